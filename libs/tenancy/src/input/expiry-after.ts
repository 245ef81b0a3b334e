import { DomainError } from '@rollcall/platform';

/** Seconds; ten years, past which "never" is the honest answer. */
export const MAX_LIFETIME_SECONDS = 315_360_000;

/**
 * The instant `expiresIn` seconds from `now`; undefined (never) when none is given.
 * @throws BAD_USER_INPUT unless it is a whole number from 1 to 315,360,000 (ten years)
 */
export function expiryAfter(now: Date, expiresIn: number | null | undefined, field = 'expiresIn'): Date | undefined {
  if (expiresIn === undefined || expiresIn === null) return undefined;
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > MAX_LIFETIME_SECONDS) {
    throw DomainError.badInput(`Expiration is a whole number of seconds from 1 to ${MAX_LIFETIME_SECONDS}.`, field);
  }
  return new Date(now.getTime() + expiresIn * 1000);
}
