import { ago } from '../output/ago.js';
import { ExitCode } from '../output/exit-code.js';
import type { CommandContext } from './command-context.js';
import { findIntegration, type IntegrationName } from './find-integration.js';

interface Sync {
  oktaDomain: string;
  attribute: string;
  enabled: boolean;
  pendingCount: number;
  parkedCount: number;
  registeredCount: number;
  lastWriteAt: string | null;
  pausedReason: string | null;
}

interface Synced extends IntegrationName {
  registrationSync: Sync | null;
}

const FIELDS =
  'registrationSync { oktaDomain attribute enabled pendingCount parkedCount registeredCount lastWriteAt pausedReason }';

export async function syncStatus(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { name, registrationSync } = await findIntegration<Synced>(context, idOrName, FIELDS);
  context.print(registrationSync, (sync) =>
    sync ? saySync(name, sync) : `${name}: registration sync is not configured.`,
  );
  return registrationSync?.pausedReason ? ExitCode.FAILED : ExitCode.OK;
}

/** Makes every parked and retrying write due at once. */
export async function retrySync(context: CommandContext, idOrName: string): Promise<ExitCode> {
  const { id, name } = await findIntegration(context, idOrName);
  const { retryRegistrations } = await context.api.request<{ retryRegistrations: number }>(
    'mutation ($id: ID!) { retryRegistrations(integrationId: $id) }',
    { id },
  );
  context.print({ retried: retryRegistrations }, ({ retried }) => `${name}: ${retried} writes are due again.`);
  return ExitCode.OK;
}

/** Switches the write-back off or on; what is due stays queued. */
export async function setSync(context: CommandContext, idOrName: string, enabled: boolean): Promise<ExitCode> {
  const { id, name, registrationSync } = await findIntegration<Synced>(context, idOrName, FIELDS);
  if (!registrationSync) {
    context.note(`${name}: registration sync is not configured.`);
    return ExitCode.FAILED;
  }
  await context.api.request(
    `mutation ($input: ConfigureRegistrationSyncInput!) { configureRegistrationSync(input: $input) { id } }`,
    { input: { integrationId: id, oktaDomain: registrationSync.oktaDomain, enabled } },
  );
  context.print({ enabled }, () => `${name}: registration sync is ${enabled ? 'on' : 'off; changes stay queued'}.`);
  return ExitCode.OK;
}

function saySync(name: string, sync: Sync): string {
  const state = sync.pausedReason ? `PAUSED: ${sync.pausedReason}` : sync.enabled ? 'on' : 'off';
  return [
    `${name}: ${state}`,
    `  Okta        ${sync.oktaDomain}, attribute ${sync.attribute}`,
    `  registered  ${sync.registeredCount}`,
    `  pending     ${sync.pendingCount}`,
    `  parked      ${sync.parkedCount}`,
    `  last write  ${ago(sync.lastWriteAt)}`,
  ].join('\n');
}
