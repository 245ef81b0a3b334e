import { IsBetween } from '@rollcall/platform';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Seconds. Long enough for a week of vacation, short enough that a forgotten link soon expires. */
export const DEFAULT_LIFETIME = 7 * DAY;
export const SHORTEST_LIFETIME = MINUTE;
export const LONGEST_LIFETIME = 30 * DAY;

export const IsEnrollmentLifetime = () =>
  IsBetween(
    SHORTEST_LIFETIME,
    LONGEST_LIFETIME,
    `An enrollment link lives for a whole number of seconds, from ${SHORTEST_LIFETIME} (one minute) to ${LONGEST_LIFETIME} (30 days).`,
  );

/** When a link made `now` stops working. @param expiresIn seconds */
export const enrollmentExpiry = (now: Date, expiresIn: number | null | undefined): Date =>
  new Date(now.getTime() + (expiresIn ?? DEFAULT_LIFETIME) * 1000);
