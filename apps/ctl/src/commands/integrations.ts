import { gql } from '../gql/index.js';
import type { IntegrationFragment } from '../gql/graphql.js';
import { ago } from '../output/ago.js';
import { ExitCode } from '../output/exit-code.js';
import { paint } from '../output/paint.js';
import { table } from '../output/table.js';
import type { CommandContext } from './command-context.js';
import { allIntegrations } from './find-integration.js';

const INTEGRATIONS = gql(`
  query Integrations($first: Int, $after: String) {
    directoryIntegrations(first: $first, after: $after) { nodes { ...Integration } pageInfo { ...PageEnd } }
  }
`);

gql(`
  fragment Integration on DirectoryIntegration {
    id name provider identityCount groupCount lastScimRequestAt
    registrationSync { enabled pausedReason }
  }
`);

export async function listIntegrations(context: CommandContext): Promise<ExitCode> {
  const integrations = await allIntegrations(context, INTEGRATIONS);
  context.print(integrations, (all) => (all.length === 0 ? 'No integration exists yet.' : sayAll(all)));
  return ExitCode.OK;
}

function sayAll(integrations: readonly IntegrationFragment[]): string {
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

function syncState({ registrationSync }: IntegrationFragment): string {
  if (!registrationSync) return 'not configured';
  if (!registrationSync.enabled) return 'off';
  return registrationSync.pausedReason ? paint('red', `paused: ${registrationSync.pausedReason}`) : 'on';
}
