import { ApiRefusal } from '../api/admin-api.js';
import { gql } from '../gql/index.js';
import type { PageEndFragment, TypedDocumentString } from '../gql/graphql.js';
import type { CommandContext } from './command-context.js';

gql(`fragment PageEnd on PageInfo { hasNextPage endCursor }`);

const INTEGRATION_NAMES = gql(`
  query IntegrationNames($first: Int, $after: String) {
    directoryIntegrations(first: $first, after: $after) { nodes { id name } pageInfo { ...PageEnd } }
  }
`);

export interface IntegrationName {
  id: string;
  name: string;
}

/** A query that lists integrations with the fields that a command needs. */
type IntegrationsQuery<T> = TypedDocumentString<
  { directoryIntegrations: { nodes: T[]; pageInfo: PageEndFragment } },
  { first?: number | null; after?: string | null }
>;

const PAGE = 200;

/** Every integration of the tenant. */
export async function allIntegrations<T>({ api }: CommandContext, query: IntegrationsQuery<T>): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: { nodes: T[]; pageInfo: PageEndFragment } = (
      await api.request(query, { first: PAGE, after })
    ).directoryIntegrations;
    found.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

export const allIntegrationNames = (context: CommandContext): Promise<IntegrationName[]> =>
  allIntegrations(context, INTEGRATION_NAMES);

/** Finds an integration by id, or by name in any letter case. @throws ApiRefusal NOT_FOUND with the existing names */
export async function findIntegration<T extends IntegrationName>(
  context: CommandContext,
  idOrName: string,
  query: IntegrationsQuery<T>,
): Promise<T> {
  const all = await allIntegrations(context, query);
  const found = all.find(({ id, name }) => id === idOrName || name.toLowerCase() === idOrName.toLowerCase());
  if (found) return found;
  const names = all.map(({ name }) => name).join(', ') || 'none yet';
  throw new ApiRefusal('NOT_FOUND', `No integration is called ${idOrName} (there are: ${names}).`);
}

export const findIntegrationName = (context: CommandContext, idOrName: string): Promise<IntegrationName> =>
  findIntegration(context, idOrName, INTEGRATION_NAMES);
