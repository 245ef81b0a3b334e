import { gql } from '../gql/index.js';
import type { CheckFragment, SyncedFragment, SyncFragment, TroubledFragment, TroubleQuery } from '../gql/graphql.js';
import { ago } from '../output/ago.js';
import { count } from '../output/count.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import { toTheSecond } from '../output/to-the-second.js';
import { wrap } from '../output/wrap.js';
import type { CommandContext } from './command-context.js';
import { findIntegration } from './find-integration.js';
import { PROVIDERS } from './provider.js';

/** Number of people to list for each kind of problem. */
const SHOWN = 10;

const SYNC_STATUS = gql(`
  query SyncStatus($first: Int, $after: String) {
    directoryIntegrations(first: $first, after: $after) { nodes { ...Synced } pageInfo { ...PageEnd } }
  }
`);

gql(`
  fragment Synced on DirectoryIntegration {
    id name provider scimRegistration { authentication } registrationSync { ...Sync }
    health { checks { ...Check } }
  }
`);

gql(`
  fragment Sync on RegistrationSync {
    oktaDomain attribute enabled authMode pendingCount estimatedCompletionAt parkedCount heldCount
    registeredCount lastWriteAt pausedReason pausedAt
  }
`);

const TROUBLE = gql(`
  query Trouble($id: ID, $first: Int) {
    parked: identities(integrationId: $id, registrationState: PARKED, first: $first) { ...Troubled }
    retrying: identities(integrationId: $id, registrationState: RETRYING, first: $first) { ...Troubled }
    unlinked: identities(integrationId: $id, registrationState: UNLINKED, first: $first) { ...Troubled }
  }
`);

gql(`
  fragment Troubled on IdentityConnection {
    totalCount
    nodes { id userName registration { attempts lastError nextAttemptAt } }
  }
`);

/**
 * Shows the queue of an integration, and the people whose registration has a problem. FAILED while the write-back is
 * paused.
 */
export async function syncStatus(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const integration = await findIntegration(context, idOrName, SYNC_STATUS);
  const { id, name, registrationSync } = integration;
  const trouble = await context.api.request(TROUBLE, { id, first: SHOWN });
  context.print(registrationSync && { ...registrationSync, trouble }, (status) =>
    status ? saySync(integration, status, trouble) : `${name}: registration sync is not configured.`,
  );
  return registrationSync?.pausedReason ? ExitCode.FAILED : ExitCode.OK;
}

function saySync(
  integration: SyncedFragment,
  sync: SyncFragment,
  { parked, retrying, unlinked }: TroubleQuery,
): string {
  const { name, health } = integration;
  const target = PROVIDERS[integration.provider];
  return [
    `${paint('bold', name)}: ${stateOf(sync)}`,
    `  ${target.label.padEnd(11)} ${sync.oktaDomain}, attribute ${sync.attribute}, ${target.signIn(integration, sync) ?? 'unknown sign-in'}`,
    `  registered  ${sync.registeredCount}`,
    `  pending     ${sync.pendingCount}${sayEstimate(sync)}`,
    `  parked      ${sync.parkedCount}`,
    ...sayHeld(name, sync),
    `  last write  ${ago(sync.lastWriteAt)}`,
    ...sayTrouble(sync, health.checks),
    ...sayPeople('Parked, action needed', parked),
    ...sayPeople('Tried again by itself', retrying),
    ...sayPeople(`Not found in ${target.target}`, unlinked),
  ].join('\n');
}

/** Reports the directory changes that the safety cap holds until an administrator decides. */
function sayHeld(name: string, { heldCount }: SyncFragment): string[] {
  if (heldCount === 0) return [];
  const decide = `rollcall sync approve "${name}", or rollcall sync discard "${name}"`;
  return [paint('yellow', `  held        ${heldCount}: the directory turned off more than the cap allows. ${decide}`)];
}

function sayEstimate({ estimatedCompletionAt }: SyncFragment): string {
  return estimatedCompletionAt ? `, the last written at about ${toTheSecond(estimatedCompletionAt)}` : '';
}

function stateOf({ pausedReason, pausedAt, enabled }: SyncFragment): string {
  if (pausedReason) return paint('red', `PAUSED ${ago(pausedAt)}: ${pausedReason.replace(/^Paused /, '')}`);
  return enabled ? paint('green', 'on') : paint('yellow', 'off');
}

/** The message of the health check if the queue is stalled. A pause has its own message. */
function sayTrouble({ enabled, pausedReason }: SyncFragment, checks: readonly CheckFragment[]): string[] {
  const found = checks.find(({ name, status }) => name === 'registration-sync' && status !== 'OK');
  if (!found || !enabled || pausedReason !== null) return [];
  return ['', wrap(paint(found.status === 'FAIL' ? 'red' : 'yellow', toTheSecond(found.message)), 0)];
}

function sayPeople(title: string, { totalCount, nodes }: TroubledFragment): string[] {
  if (totalCount === 0) return [];
  const lines = nodes.map(({ userName, registration }) =>
    wrap(`  ${userName}: ${registration?.lastError ?? 'no reason given'}${sayNextTry(registration)}`, 4),
  );
  const more = totalCount > nodes.length ? [`  … and ${totalCount - nodes.length} more`] : [];
  return ['', `${title}:`, ...lines, ...more];
}

function sayNextTry(registration: TroubledFragment['nodes'][number]['registration']): string {
  if (!registration?.nextAttemptAt) return '';
  return ` (tried ${count(registration.attempts, 'time')}, next at ${registration.nextAttemptAt.slice(11, 19)} UTC)`;
}
