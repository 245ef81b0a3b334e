import { gql } from '../../gql/index.js';
import type { RunFragment } from '../../gql/graphql.js';
import { ExitCode } from '../../output/exit-code.js';

gql(`
  fragment Run on ReconciliationRun {
    id dryRun status requestedBy startedAt finishedAt examined drifted repaired failed oktaRequests error
  }
`);

export const CANCEL_RUN = gql(`mutation CancelRun($id: ID!) { cancelReconciliation(id: $id) { id } }`);

const SAFETY_CAP = /^SAFETY_CAP:? */;

export const isRefused = ({ error }: RunFragment): boolean => SAFETY_CAP.test(error ?? '');

/** Why a run was refused or failed. */
export const reasonOf = ({ error }: RunFragment): string => (error ?? '').replace(SAFETY_CAP, 'Refused: ');

export function isUnderWay({ status }: RunFragment): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/**
 * DRIFT if the run succeeded but left differences. A dry run repairs nothing, and some kinds of difference are never
 * repaired.
 */
export function exitCodeOfRun(run: RunFragment): ExitCode {
  if (run.status !== 'SUCCEEDED' || run.failed > 0) return isRefused(run) ? ExitCode.REFUSED : ExitCode.FAILED;
  return run.drifted > run.repaired ? ExitCode.DRIFT : ExitCode.OK;
}
