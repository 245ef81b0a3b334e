import { DomainError } from '@rollcall/platform';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Seconds. Long enough to survive a week of holiday mail, short enough that a forgotten link is soon worthless. */
export const DEFAULT_LIFETIME = 7 * DAY;
export const SHORTEST_LIFETIME = MINUTE;
export const LONGEST_LIFETIME = 30 * DAY;

/**
 * When a link made `now` stops working.
 * @param expiresIn seconds; whole, SHORTEST_LIFETIME to LONGEST_LIFETIME
 * @throws DomainError BAD_USER_INPUT, field `expiresIn`
 */
export function enrollmentExpiry(now: Date, expiresIn: number = DEFAULT_LIFETIME): Date {
  if (!Number.isInteger(expiresIn) || expiresIn < SHORTEST_LIFETIME || expiresIn > LONGEST_LIFETIME) {
    throw DomainError.badInput(
      `An enrollment link lives for a whole number of seconds, from ${SHORTEST_LIFETIME} (one minute) to ${LONGEST_LIFETIME} (30 days).`,
      'expiresIn',
    );
  }
  return new Date(now.getTime() + expiresIn * 1000);
}
