import { ago } from '../output/ago.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import { table } from '../output/table.js';
import type { CommandContext } from './command-context.js';
import { allIntegrations, type IntegrationName } from './find-integration.js';

interface Integration extends IntegrationName {
  provider: string;
  identityCount: number;
  groupCount: number;
  lastScimRequestAt: string | null;
  registrationSync: { enabled: boolean; pausedReason: string | null } | null;
}

const FIELDS = 'provider identityCount groupCount lastScimRequestAt registrationSync { enabled pausedReason }';

export async function listIntegrations(context: CommandContext): Promise<ExitCode> {
  const integrations = await allIntegrations<Integration>(context, FIELDS);
  context.print(integrations, (all) => (all.length === 0 ? 'No integration exists yet.' : sayAll(all)));
  return ExitCode.OK;
}

function sayAll(integrations: readonly Integration[]): string {
  return table(
    ['NAME', 'ID', 'PROVIDER', 'PEOPLE', 'GROUPS', 'LAST SCIM', 'SYNC'],
    integrations.map((one) => [
      one.name,
      one.id,
      one.provider,
      String(one.identityCount),
      String(one.groupCount),
      ago(one.lastScimRequestAt),
      syncState(one),
    ]),
  );
}

function syncState({ registrationSync }: Integration): string {
  if (!registrationSync) return 'not configured';
  if (!registrationSync.enabled) return 'off';
  return registrationSync.pausedReason ? paint('red', `paused: ${registrationSync.pausedReason}`) : 'on';
}
