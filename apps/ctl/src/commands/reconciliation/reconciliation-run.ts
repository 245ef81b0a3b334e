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

/** Why a run did not do what it was asked. */
export const reasonOf = ({ error }: RunFragment): string => (error ?? '').replace(SAFETY_CAP, 'Refused: ');

export function isUnderWay({ status }: RunFragment): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/** DRIFT when the run ended well and a difference is left: found by a dry run, or of a kind that is only reported. */
export function exitCodeOfRun(run: RunFragment): ExitCode {
  if (run.status !== 'SUCCEEDED' || run.failed > 0) return isRefused(run) ? ExitCode.REFUSED : ExitCode.FAILED;
  return run.drifted > run.repaired ? ExitCode.DRIFT : ExitCode.OK;
}
