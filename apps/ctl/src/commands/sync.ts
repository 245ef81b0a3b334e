import { gql } from '../gql/index.js';
import { count } from '../output/count.js';
import { ExitCode } from '../output/exit-code.js';
import type { CommandContext } from './command-context.js';
import { findIntegrationName } from './find-integration.js';
import { findPeople } from './find-person.js';

gql(`
  fragment SyncState on DirectoryIntegration {
    registrationSync { enabled pausedReason pausedAt pendingCount }
  }
`);

const PAUSE = gql(`
  mutation Pause($id: ID!, $reason: String) {
    pauseRegistrationSync(integrationId: $id, reason: $reason) { ...SyncState }
  }
`);

const RESUME = gql(`mutation Resume($id: ID!) { resumeRegistrationSync(integrationId: $id) { ...SyncState } }`);

const RETRY = gql(`
  mutation Retry($id: ID!, $people: [ID!]) { retryRegistrations(integrationId: $id, identityIds: $people) }
`);

const NAMESAKES = gql(`
  query Namesakes($search: String, $integrationId: ID, $first: Int) {
    identities(search: $search, integrationId: $integrationId, first: $first) { nodes { id userName } }
  }
`);

const SET_CAP = gql(`
  mutation SetCap($id: ID!, $ratio: Float!) {
    setDirectoryChangeCap(integrationId: $id, ratio: $ratio) { id }
  }
`);

/** Makes writes due now: those of one person, or all that are parked, unlinked or being retried. */
export async function retrySync(
  context: CommandContext,
  idOrName: string,
  { person }: { person?: string } = {},
): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const people =
    person === undefined ? undefined : (await findPeople(context, NAMESAKES, person, id)).map((found) => found.id);
  const { retryRegistrations } = await context.api.request(RETRY, { id, people });
  context.print({ retried: retryRegistrations }, ({ retried }) =>
    retried === 0
      ? `${name}: nothing was parked, unlinked or waiting.`
      : `${name}: ${count(retried, 'registration')} due again.`,
  );
  return ExitCode.OK;
}

/**
 * Pauses the write-back. Due rows stay in the queue. If the write-back is already paused, the existing reason is kept.
 */
export async function pauseSync(
  context: CommandContext,
  idOrName: string,
  { reason }: { reason?: string },
): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const { pauseRegistrationSync } = await context.api.request(PAUSE, { id, reason });
  context.print(pauseRegistrationSync.registrationSync, (state) =>
    [
      `${name}: ${state?.pausedReason ?? 'paused'}.`,
      `  ${count(state?.pendingCount ?? 0, 'write')} queued; go on with: rollcall sync resume "${name}"`,
    ].join('\n'),
  );
  return ExitCode.OK;
}

/** Ends a pause, whether an administrator or Rollcall started it. */
export async function resumeSync(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const { resumeRegistrationSync } = await context.api.request(RESUME, { id });
  context.print(resumeRegistrationSync.registrationSync, (state) =>
    state?.enabled
      ? `${name}: writes go on, ${state.pendingCount} queued.`
      : `${name}: no longer paused, but the sync is switched off (console: Attribute Status).`,
  );
  return ExitCode.OK;
}

const DECISIONS = {
  approve: {
    mutation: gql(`mutation ApproveHeld($id: ID!) { people: approveHeldRegistrations(integrationId: $id) }`),
    done: 'written now',
  },
  discard: {
    mutation: gql(`mutation DiscardHeld($id: ID!) { people: discardHeldRegistrations(integrationId: $id) }`),
    done: 'discarded: the target keeps its values',
  },
} as const;

/** Releases or discards the directory changes that the safety cap is holding. */
export async function decideHeld(
  context: CommandContext,
  idOrName: string,
  decision: keyof typeof DECISIONS,
): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  const { mutation, done } = DECISIONS[decision];
  const { people } = await context.api.request(mutation, { id });
  context.print({ decision, people }, () =>
    people === 0 ? `${name}: no change is held.` : `${name}: ${count(people, 'held change')} ${done}.`,
  );
  return ExitCode.OK;
}

/**
 * Sets the safety cap: the share of registered people that the directory may turn off within an hour. Further changes
 * are held.
 */
export async function capSync(context: CommandContext, idOrName: string, ratio: number): Promise<ExitCode> {
  const { id, name } = await findIntegrationName(context, idOrName);
  await context.api.request(SET_CAP, { id, ratio });
  context.print({ maxDirectoryChangeRatio: ratio }, () =>
    ratio === 1
      ? `${name}: changes of the directory are no longer held.`
      : `${name}: the directory may turn off ${Math.round(ratio * 1000) / 10} % of the registered people within an hour.`,
  );
  return ExitCode.OK;
}
