import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRefusal } from '../api/admin-api.js';
import { progressBar } from '../output/progress-bar.js';
import type { CommandContext } from './command-context.js';
import { isUnderWay, RUN, type Run } from './reconciliation-run.js';

const POLL_MS = 300;
const PATIENT_POLLS = 30;

/** Waits for the end of a run and shows its progress; Ctrl-C cancels it. @param people expected number of people to examine */
export async function followRun(
  { api, note, interrupted }: CommandContext,
  started: Run,
  people: number,
): Promise<Run> {
  let run = started;
  let cancelling = false;
  for (let polls = 0; isUnderWay(run); polls += 1) {
    note(sayProgress(run, people, polls));
    if (interrupted.aborted && !cancelling) {
      cancelling = true;
      await api.request('mutation ($id: ID!) { cancelReconciliation(id: $id) { id } }', { id: run.id });
    }
    await sleep(POLL_MS, undefined, { signal: cancelling ? undefined : interrupted }).catch(() => undefined);
    const answer = await api.request<{ reconciliationRun: Run | null }>(
      `query ($id: ID!) { reconciliationRun(id: $id) { ${RUN} } }`,
      { id: run.id },
    );
    if (!answer.reconciliationRun) throw new ApiRefusal('NOT_FOUND', `Run ${run.id} is gone.`);
    run = answer.reconciliationRun;
  }
  return run;
}

function sayProgress(run: Run, people: number, polls: number): string {
  if (run.status === 'QUEUED') {
    return polls < PATIENT_POLLS ? 'queued' : 'still queued: does a worker run? (WORKER=on, or the worker process)';
  }
  const comparing = run.dryRun || run.repaired + run.failed === 0;
  const bar = comparing ? progressBar(run.examined, people) : progressBar(run.repaired + run.failed, run.drifted);
  return `${bar}  ${run.examined} examined, ${run.drifted} drifted${run.dryRun ? '' : `, ${run.repaired} repaired`}`;
}
