import { ago } from '../output/ago.js';
import { ExitCode } from '../output/exit-code.js';
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
  context.print(integrations, (all) =>
    table(
      ['ID', 'NAME', 'PROVIDER', 'PEOPLE', 'GROUPS', 'LAST SCIM', 'SYNC'],
      all.map((one) => [
        one.id,
        one.name,
        one.provider,
        String(one.identityCount),
        String(one.groupCount),
        ago(one.lastScimRequestAt),
        syncState(one),
      ]),
    ),
  );
  return ExitCode.OK;
}

function syncState({ registrationSync }: Integration): string {
  if (!registrationSync) return 'not configured';
  if (registrationSync.pausedReason) return `paused: ${registrationSync.pausedReason}`;
  return registrationSync.enabled ? 'on' : 'off';
}
