/** What to do about a request of the write-back that did not succeed. */
export type Decision =
  /** Try again later with backoff. */
  | { action: 'RETRY'; minDelayMs: number; note: string }
  /** No request is sent to this target before `until` (epoch milliseconds). */
  | { action: 'HOLD'; until: number; note: string }
  /** The attribute may be gone: look at the schema, then pause or park. */
  | { action: 'INSPECT_ATTRIBUTE'; note: string }
  /**
   * Only a person can help this user; `privilege` when our rights may be what is wrong, `several` what to pause with when that number of different
   * people in a row are refused like this one.
   */
  | { action: 'PARK'; privilege: boolean; note: string; several?: { note: string; people: number } }
  /** Deprovisioned over there: nothing to do until reactivated. */
  | { action: 'SKIP'; note: string }
  | { action: 'UNLINK'; note: string }
  /** Nothing of this integration can succeed until an administrator acts. */
  | { action: 'PAUSE'; note: string };
