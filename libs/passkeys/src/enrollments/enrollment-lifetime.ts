import { IsBetween } from '@rollcall/platform';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** In seconds. The link survives a week of vacation, and a forgotten link still expires soon. */
export const DEFAULT_LIFETIME = 7 * DAY;
export const SHORTEST_LIFETIME = MINUTE;
export const LONGEST_LIFETIME = 30 * DAY;

export const IsEnrollmentLifetime = () =>
  IsBetween(
    SHORTEST_LIFETIME,
    LONGEST_LIFETIME,
    `An enrollment link lives for a whole number of seconds, from ${SHORTEST_LIFETIME} (one minute) to ${LONGEST_LIFETIME} (30 days).`,
  );

/** The time at which a link that is made `now` expires. @param expiresIn in seconds */
export const enrollmentExpiry = (now: Date, expiresIn: number | null | undefined): Date =>
  new Date(now.getTime() + (expiresIn ?? DEFAULT_LIFETIME) * 1000);
