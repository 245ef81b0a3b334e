/** A ledger row that a worker has leased. */
export interface Claim {
  tenantId: string;
  integrationId: string;
  identityId: string;
  /** Id of the lease. A statement that settles the claim uses this id to check that the worker still holds the row. */
  lease: string;
  /** End of the lease, by the monotonic clock of this process. Each renewal moves it. */
  heldUntil: number;
  /** True if the settings were changed after the claim. No more requests are sent for such a claim. */
  fenced?: boolean;
  seq: string;
  dueAt: Date;
  /** `updated_at` of the settings when the row was claimed. */
  configuredAt: Date;
  confirmed: boolean | null;
  attempts: number;
  oktaUserId: string | null;
  /** True if an earlier write may still take effect. Okta must then be read before the next write. */
  remoteStateUnknown: boolean;
  /** True if the safety cap must not count the change, because it was counted before or an administrator approved it. */
  approved: boolean;
  /** Error of the previous attempt; null if there was none. */
  lastError: string | null;
  touchedAt: Date;
  /**
   * True if the last change of the identity has not been confirmed at the target yet. False if the row is due for a
   * repair or a re-read.
   */
  changed: boolean;
  /** Id of the request that last requeued the row. This field and `traceparent` are null if the cause was not a request. */
  requestId: string | null;
  traceparent: string | null;
}

export type SettledState = 'IN_SYNC' | 'PENDING' | 'RETRYING' | 'PARKED' | 'SKIPPED' | 'UNLINKED' | 'HELD';

/** New state of a ledger row after an attempt to write it. */
export interface Settlement {
  state: SettledState;
  desired: boolean;
  confirmed: boolean | null;
  oktaUserId: string | null;
  remoteStateUnknown: boolean;
  attempts: number;
  note: string | null;
  /** True if a write of this attempt got no answer. Such a write may still take effect. */
  writeLost: boolean;
  /** True if the change of the claimed `seq` is complete. */
  done: boolean;
  /** True if in this attempt the target returned or accepted the value of `confirmed`. */
  contacted: boolean;
  /**
   * Time until the row is due. A row with an uncertain write is due at the latest when the uncertainty ends. Null
   * without uncertainty: a PENDING row is due at once, and any other row only after a requeue. 0: the row keeps its
   * `due_at`.
   */
  dueInMs: number | null;
}
