import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRefusal } from '../../api/admin-api.js';
import { gql } from '../../gql/index.js';
import type { RunFragment } from '../../gql/graphql.js';
import { progressBar } from '../../output/progress-bar.js';
import type { CommandContext } from '../command-context.js';
import { CANCEL_RUN, isUnderWay } from './reconciliation-run.js';

const RUN = gql(`query Run($id: ID!) { reconciliationRun(id: $id) { ...Run } }`);

const POLL_MS = 300;
const PATIENT_POLLS = 30;

/**
 * Shows the progress of a run until it ends. Ctrl-C cancels the run. @param people expected number of people to examine
 */
export async function followRun(
  { api, note, interrupted }: CommandContext,
  started: RunFragment,
  people: number,
): Promise<RunFragment> {
  let run = started;
  let cancelling = false;
  for (let polls = 0; isUnderWay(run); polls += 1) {
    note(sayProgress(run, people, polls));
    if (interrupted.aborted && !cancelling) {
      cancelling = true;
      await api.request(CANCEL_RUN, { id: run.id });
    }
    await sleep(POLL_MS, undefined, { signal: cancelling ? undefined : interrupted }).catch(() => undefined);
    const { reconciliationRun } = await api.request(RUN, { id: run.id });
    if (!reconciliationRun) throw new ApiRefusal('NOT_FOUND', `Run ${run.id} is gone.`);
    run = reconciliationRun;
  }
  return run;
}

function sayProgress(run: RunFragment, people: number, polls: number): string {
  if (run.status === 'QUEUED') {
    return polls < PATIENT_POLLS ? 'queued' : 'still queued: does a worker run? (WORKER=on, or the worker process)';
  }
  const comparing = run.dryRun || run.repaired + run.failed === 0;
  const bar = comparing ? progressBar(run.examined, people) : progressBar(run.repaired + run.failed, run.drifted);
  return `${bar}  ${run.examined} examined, ${run.drifted} drifted${run.dryRun ? '' : `, ${run.repaired} repaired`}`;
}
