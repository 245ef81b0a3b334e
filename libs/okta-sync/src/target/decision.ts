/** What the write-back does after an unsuccessful request. */
export type Decision =
  /** The row is tried again later, with backoff. */
  | { action: 'RETRY'; minDelayMs: number; note: string }
  /** No request is sent to this target before `until` (epoch milliseconds). */
  | { action: 'HOLD'; until: number; note: string }
  /** The attribute may be missing. The schema is read, and then the sync is paused or the row is parked. */
  | { action: 'INSPECT_ATTRIBUTE'; note: string }
  /**
   * The row is parked, because only an administrator can fix the cause. `privilege`: true if our credentials may lack
   * rights. `several`: if this number of different people in a row are refused in this way, the sync is paused with
   * this note.
   */
  | { action: 'PARK'; privilege: boolean; note: string; several?: { note: string; people: number } }
  /** The user is deprovisioned at the target. Nothing is written until the user is reactivated. */
  | { action: 'SKIP'; note: string }
  | { action: 'UNLINK'; note: string }
  /** The sync is paused, because no write of this integration can succeed until an administrator acts. */
  | { action: 'PAUSE'; note: string };
