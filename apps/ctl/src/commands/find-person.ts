import { ApiRefusal } from '../api/admin-api.js';
import type { TypedDocumentString } from '../gql/graphql.js';
import type { CommandContext } from './command-context.js';

/** Maximum number of people to read whose user names contain the searched name. */
const FOUND = 50;

type PeopleQuery<T> = TypedDocumentString<
  { identities: { nodes: T[] } },
  { search?: string | null; integrationId?: string | null | undefined; first?: number | null }
>;

/** The people who have this userName in any letter case: at most one per integration. @throws ApiRefusal NOT_FOUND */
export async function findPeople<T extends { userName: string }>(
  { api }: Pick<CommandContext, 'api'>,
  query: PeopleQuery<T>,
  userName: string,
  integrationId?: string,
): Promise<T[]> {
  const { identities } = await api.request(query, { search: userName, integrationId, first: FOUND });
  const people = identities.nodes.filter((person) => person.userName.toLowerCase() === userName.toLowerCase());
  if (people.length > 0) return people;
  const similar = identities.nodes.slice(0, 3).map((person) => person.userName);
  const hint = similar.length === 0 ? '' : ` (similar: ${similar.join(', ')})`;
  throw new ApiRefusal('NOT_FOUND', `No person has the userName ${userName}${hint}.`);
}
