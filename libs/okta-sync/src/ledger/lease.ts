/**
 * Duration of a lease. If a worker has not renewed a lease for this long, another worker may claim the row. The other
 * worker then reads Okta first.
 */
export const LEASE_MS = 13_000;
/** Interval at which a worker renews the leases of the rows that it is working on. */
export const RENEW_MS = 1_000;
/** A request to Okta may still take effect until this long after its start. */
export const REQUEST_MS = 10_000;

/**
 * True if a write may start, because it will end before another worker can claim the row. An older write could
 * otherwise arrive after a newer one.
 *
 * @param heldUntil end of the lease, by the same monotonic clock as `now`
 */
export function outlastsRequest(heldUntil: number, now: number): boolean {
  return heldUntil - now > REQUEST_MS;
}
