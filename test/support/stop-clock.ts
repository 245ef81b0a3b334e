import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '@rollcall/platform';

/** Stops the refill of this application's rate limits, so that the tests do not depend on the speed of the machine. */
export function stopClock(app: INestApplicationContext): void {
  jest.spyOn(app.get(Clock, { strict: false }), 'now').mockReturnValue(new Date());
}
