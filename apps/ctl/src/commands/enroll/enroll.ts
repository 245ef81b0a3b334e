import { ApiRefusal } from '../../api/admin-api.js';
import { gql } from '../../gql/index.js';
import type { BatchFragment } from '../../gql/graphql.js';
import { ago } from '../../output/ago.js';
import { count } from '../../output/count.js';
import { ExitCode } from '../../output/exit-code.js';
import { table } from '../../output/table.js';
import { toTheSecond } from '../../output/to-the-second.js';
import type { CommandContext } from '../command-context.js';
import { findGroup } from './find-group.js';
import { findIntegrationName } from '../find-integration.js';
import { findBatch, followBatch, isUnderWay } from './batch.js';
import { inNewFile, writeLinks } from './link-file.js';

const CREATE_ENROLLMENTS = gql(`
  mutation CreateEnrollments($input: CreateEnrollmentsInput!) { createEnrollments(input: $input) { ...Batch } }
`);
const BATCHES = gql(`query Batches($id: ID!) { enrollmentBatches(integrationId: $id) { ...Batch } }`);
const CANCEL_BATCH = gql(`mutation CancelBatch($id: ID!) { batch: cancelEnrollmentBatch(id: $id) { ...Batch } }`);
const DISCARD_LINKS = gql(
  `mutation DiscardLinks($id: ID!) { batch: discardEnrollmentLinks(batchId: $id) { ...Batch } }`,
);

export interface EnrollOptions {
  group?: string;
  expiresIn?: number;
  renew?: boolean;
  links?: string;
}

/**
 * Starts a batch that makes enrollment links for the active people without a passkey, and waits for its end. Writes the
 * links to a file if the options name one.
 */
export async function startEnrollment(
  context: CommandContext,
  idOrName: string,
  { group, expiresIn, renew = false, links }: EnrollOptions,
): Promise<ExitCode> {
  const { id: integrationId, name } = await findIntegrationName(context, idOrName);
  const groupId = group === undefined ? undefined : (await findGroup(context, integrationId, group)).id;
  const make = async (): Promise<BatchFragment> => {
    const { createEnrollments } = await context.api.request(CREATE_ENROLLMENTS, {
      input: { integrationId, groupId, expiresIn, openLinks: renew ? 'RENEW' : 'KEEP' },
    });
    await context.api.work('ENROLL');
    return followBatch(context, createEnrollments);
  };
  if (links === undefined) {
    const batch = await make();
    context.print(batch, () => [`${name}: ${outcomeOf(batch)}`, ...nextOf(batch)].join('\n'));
    return batch.status === 'SUCCEEDED' ? ExitCode.OK : ExitCode.FAILED;
  }
  return inNewFile(links, async (file) => {
    const batch = await make();
    if (batch.status !== 'SUCCEEDED')
      throw new ApiRefusal('FAILED', [`${name}: ${outcomeOf(batch)}`, ...nextOf(batch)].join(' '));
    const written = await writeLinks(context, batch.id, file);
    context.print(
      { ...batch, file: links, written },
      () => `${name}: ${outcomeOf(batch)}\n  ${count(written, 'link')} in ${links}.`,
    );
    return ExitCode.OK;
  });
}

/** Lists the batches of an integration, newest first. */
export async function listEnrollments(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { id } = await findIntegrationName(context, idOrName);
  const { enrollmentBatches } = await context.api.request(BATCHES, { id });
  context.print(enrollmentBatches, (all) =>
    all.length === 0
      ? 'No enrollment links were made for it yet.'
      : table(
          ['ID', 'STARTED', 'BY', 'STATUS', 'LINKS', 'KEPT', 'PEOPLE', 'LINKS UNTIL'],
          all.map((one) => [
            one.id,
            ago(one.createdAt),
            one.createdBy,
            one.status,
            String(one.created),
            String(one.kept),
            `${one.examined} of ${one.total}`,
            one.linksUntil === null ? '' : toTheSecond(one.linksUntil),
          ]),
        ),
  );
  return ExitCode.OK;
}

/** Waits until a batch has ended, and writes its links to a new file. */
export async function fetchLinks(context: CommandContext, id: string, path: string): Promise<ExitCode> {
  const written = await inNewFile(path, async (file) => {
    const batch = await findBatch(context, id);
    if (isUnderWay(batch)) {
      await context.api.work('ENROLL');
      await followBatch(context, batch);
    }
    return writeLinks(context, id, file);
  });
  context.print({ path, written }, () => `${count(written, 'link')} in ${path}.`);
  return ExitCode.OK;
}

const ENDS = {
  cancel: { mutation: CANCEL_BATCH, done: 'The batch is cancelled. The links made so far stay valid.' },
  discard: { mutation: DISCARD_LINKS, done: 'The links can no longer be fetched. They stay valid.' },
} as const;

/** Cancels a batch that is under way, or discards the links of a finished batch so that they can no longer be fetched. */
export async function endEnrollment(context: CommandContext, id: string, how: keyof typeof ENDS): Promise<ExitCode> {
  const { batch } = await context.api.request(ENDS[how].mutation, { id });
  context.print(batch, () => ENDS[how].done);
  return ExitCode.OK;
}

function outcomeOf(batch: BatchFragment): string {
  const { status, created, kept, error } = batch;
  const made = `${count(created, 'enrollment link')} made${kept > 0 ? `, ${count(kept, 'open link')} kept` : ''}`;
  if (isUnderWay(batch)) return `${made} so far; a worker goes on.`;
  return status === 'SUCCEEDED' ? `${made}.` : `${made}, then ${status.toLowerCase()}${error ? `: ${error}` : '.'}`;
}

function nextOf(batch: BatchFragment): string[] {
  const { id, linksUntil, created } = batch;
  if (!isUnderWay(batch) && (created === 0 || linksUntil === null)) return [];
  const until = linksUntil === null ? '' : `    (until ${toTheSecond(linksUntil)})`;
  return [`  To get the links: rollcall enroll links ${id} links.csv${until}`];
}
