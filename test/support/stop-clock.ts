import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '@rollcall/platform';

/** Rate limits of this application get no new tokens from now on, however slow the machine is. */
export function stopClock(app: INestApplicationContext): void {
  jest.spyOn(app.get(Clock, { strict: false }), 'now').mockReturnValue(new Date());
}
