/** Why a run stops before its end. */
export type AbortReason =
  /** An administrator cancelled the run. */
  | 'CANCELLED'
  /** This process is shutting down. Another process continues the run from its checkpoint. */
  | 'SHUTDOWN'
  /** Another process has claimed the run. */
  | 'LEASE_LOST';

export class RunAborted extends Error {
  constructor(readonly reason: AbortReason) {
    super(reason);
  }
}

/** The run cannot continue. The message is stored as the error of the run. */
export class RunFailed extends Error {}

/** The sync was paused or disabled before all repairs were written. The run counts as cancelled, and not as failed. */
export class SyncStopped extends RunFailed {}

/** The target refused a request about one person. Its answers about other people still count. */
export class PersonRefused extends RunFailed {}

/** The target no longer accepts a page link that it returned earlier. The message contains its answer. */
export class ListExpired extends RunFailed {}
