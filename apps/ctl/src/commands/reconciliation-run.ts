import { ExitCode } from '../output/exit-code.js';

export const RUN =
  'id dryRun status requestedBy startedAt finishedAt examined drifted repaired failed oktaRequests error';

/** A run as the admin API returns it. */
export interface Run {
  id: string;
  dryRun: boolean;
  status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  requestedBy: string;
  startedAt: string | null;
  finishedAt: string | null;
  examined: number;
  drifted: number;
  repaired: number;
  failed: number;
  oktaRequests: number;
  error: string | null;
}

const SAFETY_CAP = /^SAFETY_CAP:? */;

export const isRefused = ({ error }: Run): boolean => SAFETY_CAP.test(error ?? '');

/** Why a run did not do what it was asked. */
export const reasonOf = ({ error }: Run): string => (error ?? '').replace(SAFETY_CAP, 'Refused: ');

export function isUnderWay({ status }: Run): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/** DRIFT when the run ended well and a difference is left: found by a dry run, or of a kind that is only reported. */
export function exitCodeOfRun(run: Run): ExitCode {
  if (run.status !== 'SUCCEEDED' || run.failed > 0) return isRefused(run) ? ExitCode.REFUSED : ExitCode.FAILED;
  return run.drifted > run.repaired ? ExitCode.DRIFT : ExitCode.OK;
}
