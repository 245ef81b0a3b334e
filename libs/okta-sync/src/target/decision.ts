/** What to do about a request of the write-back that did not succeed. */
export type Decision =
  /** Try again later with backoff. */
  | { action: 'RETRY'; minDelayMs: number; note: string }
  /** No request is sent to this target before `until` (epoch milliseconds). */
  | { action: 'HOLD'; until: number; note: string }
  /** The attribute may be missing: read the schema, then pause or park. */
  | { action: 'INSPECT_ATTRIBUTE'; note: string }
  /**
   * Only an administrator can fix the cause. `privilege`: our rights may be missing. `several`: the sync pauses with its note after this
   * number of different people in a row were refused in this way.
   */
  | { action: 'PARK'; privilege: boolean; note: string; several?: { note: string; people: number } }
  /** The user is deprovisioned at the target: nothing is written until it is reactivated. */
  | { action: 'SKIP'; note: string }
  | { action: 'UNLINK'; note: string }
  /** Nothing of this integration can succeed until an administrator acts. */
  | { action: 'PAUSE'; note: string };
