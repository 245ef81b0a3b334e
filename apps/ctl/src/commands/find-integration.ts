import { ApiRefusal } from '../api/admin-api.js';
import type { CommandContext } from './command-context.js';

/** `provider` of a directory integration. */
export type Provider = 'OKTA' | 'GENERIC_SCIM';

export interface IntegrationName {
  id: string;
  name: string;
}

const PAGE = 200;

/** Every integration of the tenant. */
export async function allIntegrations<T extends IntegrationName>(
  { api }: CommandContext,
  fields: string,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const answer: {
      directoryIntegrations: { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    } = await api.request(
      `query ($first: Int, $after: String) {
           directoryIntegrations(first: $first, after: $after) { nodes { id name ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { first: PAGE, after },
    );
    found.push(...answer.directoryIntegrations.nodes);
    after = answer.directoryIntegrations.pageInfo.hasNextPage ? answer.directoryIntegrations.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The integration that a person meant, by id or by name in any letter case. @throws ApiRefusal NOT_FOUND naming those that exist */
export async function findIntegration<T extends IntegrationName>(
  context: CommandContext,
  idOrName: string,
  fields = '',
): Promise<T> {
  const all = await allIntegrations<T>(context, fields);
  const found = all.find(({ id, name }) => id === idOrName || name.toLowerCase() === idOrName.toLowerCase());
  if (found) return found;
  const names = all.map(({ name }) => name).join(', ') || 'none yet';
  throw new ApiRefusal('NOT_FOUND', `No integration is called ${idOrName} (there are: ${names}).`);
}
