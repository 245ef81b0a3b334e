/** Without renewal for this long, a worker is considered dead; another worker reads Okta and continues. */
export const LEASE_MS = 13_000;
/** How often a worker renews the leases of the rows it is busy with. */
export const RENEW_MS = 1_000;
/** How long after its start a request to Okta may still be carried out. */
export const REQUEST_MS = 10_000;

/**
 * Whether a write may start: it must end before another worker can claim the row. Otherwise an old write could arrive after a newer one.
 *
 * @param heldUntil end of the lease, as `now` on the monotonic clock of this process
 */
export function outlastsRequest(heldUntil: number, now: number): boolean {
  return heldUntil - now > REQUEST_MS;
}
