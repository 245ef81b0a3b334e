/** Why a run stops before its end. */
export type AbortReason =
  /** An administrator cancelled it. */
  | 'CANCELLED'
  /** This process stops; another continues from the checkpoint. */
  | 'SHUTDOWN'
  /** Another process has taken it. */
  | 'LEASE_LOST';

export class RunAborted extends Error {
  constructor(readonly reason: AbortReason) {
    super(reason);
  }
}

/** A run can't go on; the message is shown to its caller. */
export class RunFailed extends Error {}

/** The sync was paused or switched off before all repairs were written; it is not the run that failed. */
export class SyncStopped extends RunFailed {}

/** The target refused to answer about one person; its other answers still count. */
export class PersonRefused extends RunFailed {}

/** The target no longer accepts a page link that it returned earlier; the message is its answer. */
export class ListExpired extends RunFailed {}
