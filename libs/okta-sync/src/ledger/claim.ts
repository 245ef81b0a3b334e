/** A ledger row that this worker has leased. */
export interface Claim {
  tenantId: string;
  integrationId: string;
  identityId: string;
  /** Id of the lease; when the claim is settled, it proves that this worker still holds the row. */
  lease: string;
  /** End of the lease on this process's monotonic clock; each renewal extends it. */
  heldUntil: number;
  /** True if the settings changed after the claim: nothing more is sent for it. */
  fenced?: boolean;
  seq: string;
  dueAt: Date;
  /** `updated_at` of the settings at the time of the claim. */
  configuredAt: Date;
  confirmed: boolean | null;
  attempts: number;
  oktaUserId: string | null;
  /** An earlier write may have been carried out: Okta must be read first. */
  remoteStateUnknown: boolean;
  /** The safety cap does not count the change: it was counted before, or an administrator approved it. */
  approved: boolean;
  /** Error of the previous attempt. */
  lastError: string | null;
  touchedAt: Date;
  /** The last change of the identity was never confirmed at the target; false for a repair or a re-read. */
  changed: boolean;
  /** The request that last requeued the row; null, like `traceparent`, if the cause was not a request. */
  requestId: string | null;
  traceparent: string | null;
}

export type SettledState = 'IN_SYNC' | 'PENDING' | 'RETRYING' | 'PARKED' | 'SKIPPED' | 'UNLINKED' | 'HELD';

/** New state of a ledger row after an attempt. */
export interface Settlement {
  state: SettledState;
  desired: boolean;
  confirmed: boolean | null;
  oktaUserId: string | null;
  remoteStateUnknown: boolean;
  attempts: number;
  note: string | null;
  /** A write of this attempt got no answer and may still be carried out. */
  writeLost: boolean;
  /** The change of the claimed `seq` is complete. */
  done: boolean;
  /** The target itself showed or accepted the value of `confirmed` in this attempt. */
  contacted: boolean;
  /** Null: due when its uncertainty ends; without uncertainty at once if PENDING, otherwise only after a requeue. 0: `due_at` is kept. */
  dueInMs: number | null;
}
