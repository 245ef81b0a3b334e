import { setTimeout as sleep } from 'node:timers/promises';
import { gql } from '../../gql/index.js';
import type { BatchFragment } from '../../gql/graphql.js';
import { count } from '../../output/count.js';
import { progressBar } from '../../output/progress-bar.js';
import type { CommandContext } from '../command-context.js';

gql(`
  fragment Batch on EnrollmentBatch {
    id status groupId total examined created kept error createdBy createdAt finishedAt linksUntil
  }
`);

const FIND_BATCH = gql(`query FindBatch($id: ID!) { enrollmentBatch(id: $id) { ...Batch } }`);

const POLL_MS = 500;
const PATIENT_POLLS = 20;

export function isUnderWay({ status }: BatchFragment): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/** Shows the progress of a batch until it ends. Ctrl-C stops only the waiting, not the batch. */
export async function followBatch(
  { api, note, interrupted }: CommandContext,
  started: BatchFragment,
): Promise<BatchFragment> {
  let batch = started;
  for (let polls = 0; isUnderWay(batch) && !interrupted.aborted; polls += 1) {
    note(progressOf(batch, polls));
    await sleep(POLL_MS, undefined, { signal: interrupted }).catch(() => undefined);
    batch = await findBatch({ api }, batch.id);
  }
  return batch;
}

/** @throws ApiRefusal NOT_FOUND */
export async function findBatch({ api }: Pick<CommandContext, 'api'>, id: string): Promise<BatchFragment> {
  return (await api.request(FIND_BATCH, { id })).enrollmentBatch;
}

function progressOf(batch: BatchFragment, polls: number): string {
  if (batch.status === 'QUEUED' && polls >= PATIENT_POLLS)
    return 'still queued: does a worker run? (WORKER=on, or the worker process)';
  return `${progressBar(batch.examined, batch.total)}  ${count(batch.created, 'link')} made`;
}
