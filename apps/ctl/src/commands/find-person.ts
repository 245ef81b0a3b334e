import { ApiRefusal } from '../api/admin-api.js';
import type { CommandContext } from './command-context.js';

/** Most people whose names contain the searched one; more would be no search for a person. */
const FOUND = 50;

/**
 * People with this userName in any letter case, one per integration at most.
 * @param fields GraphQL fields of an Identity besides `id userName`
 * @throws ApiRefusal NOT_FOUND
 */
export async function findPeople<T extends { id: string; userName: string }>(
  { api }: Pick<CommandContext, 'api'>,
  userName: string,
  fields = '',
  integrationId?: string,
): Promise<T[]> {
  const { identities } = await api.request<{ identities: { nodes: T[] } }>(
    `query ($search: String, $integrationId: ID, $first: Int) {
       identities(search: $search, integrationId: $integrationId, first: $first) { nodes { id userName ${fields} } } }`,
    { search: userName, integrationId, first: FOUND },
  );
  const people = identities.nodes.filter((person) => person.userName.toLowerCase() === userName.toLowerCase());
  if (people.length > 0) return people;
  const similar = identities.nodes.slice(0, 3).map((person) => person.userName);
  const hint = similar.length === 0 ? '' : ` (similar: ${similar.join(', ')})`;
  throw new ApiRefusal('NOT_FOUND', `No person has the userName ${userName}${hint}.`);
}
