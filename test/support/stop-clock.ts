import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '@rollcall/platform';

/** Stops the refill of this application's rate limits, so that tests do not depend on the machine's speed. */
export function stopClock(app: INestApplicationContext): void {
  jest.spyOn(app.get(Clock, { strict: false }), 'now').mockReturnValue(new Date());
}
