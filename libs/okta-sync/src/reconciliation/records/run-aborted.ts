/** Why a run stops before its end. */
export type AbortReason =
  /** An administrator cancelled it. */
  | 'CANCELLED'
  /** This process stops; another continues from the checkpoint. */
  | 'SHUTDOWN'
  /** Another process has claimed the run. */
  | 'LEASE_LOST';

export class RunAborted extends Error {
  constructor(readonly reason: AbortReason) {
    super(reason);
  }
}

/** A run cannot continue; the message is stored as the error of the run. */
export class RunFailed extends Error {}

/** The sync was paused or switched off before all repairs were written; the run itself did not fail. */
export class SyncStopped extends RunFailed {}

/** The target refused a request about one person; its other answers still count. */
export class PersonRefused extends RunFailed {}

/** The target no longer accepts a page link that it returned earlier; the message is its answer. */
export class ListExpired extends RunFailed {}
