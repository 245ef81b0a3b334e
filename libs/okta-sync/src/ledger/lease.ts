/** A worker that has not renewed its lease by then counts as dead; another reads Okta and continues. */
export const LEASE_MS = 13_000;
/** How often a worker renews the leases of the rows it is busy with. */
export const RENEW_MS = 1_000;
/** How long after its start a request to Okta may still be carried out. */
export const REQUEST_MS = 10_000;

/**
 * Whether a write may be started: it must be over before anybody else may take the row, or a write of the past could come last.
 *
 * @param heldUntil end of the lease, as `now` on the monotonic clock of this process
 */
export function outlastsRequest(heldUntil: number, now: number): boolean {
  return heldUntil - now > REQUEST_MS;
}
