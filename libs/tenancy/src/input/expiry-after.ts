import { IsBetween } from '@rollcall/platform';

/** Seconds; ten years. */
export const MAX_LIFETIME_SECONDS = 315_360_000;

/** Seconds, 1 to 315,360,000 (ten years); null or left out for never. */
export const IsLifetime = () =>
  IsBetween(1, MAX_LIFETIME_SECONDS, `Expiration is a whole number of seconds from 1 to ${MAX_LIFETIME_SECONDS}.`);

/** The instant `expiresIn` seconds from `now`; null (never) when none is given. */
export function expiryAfter(now: Date, expiresIn: number | null | undefined): Date | null {
  return expiresIn === undefined || expiresIn === null ? null : new Date(now.getTime() + expiresIn * 1000);
}
