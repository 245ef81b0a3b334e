import { ApiRefusal } from '../../api/admin-api.js';
import { gql } from '../../gql/index.js';
import type { CommandContext } from '../command-context.js';

/** Maximum number of groups to read whose names contain the searched name. */
const FOUND = 50;

const FIND_GROUP = gql(`
  query FindGroup($integrationId: ID!, $idOrName: String!, $id: ID!, $first: Int) {
    group(id: $id) { id displayName }
    groups(integrationId: $integrationId, search: $idOrName, first: $first) { nodes { id displayName } }
  }
`);

interface GroupName {
  id: string;
  displayName: string;
}

/**
 * The group of an integration that has this id, or this name in any letter case.
 * @throws ApiRefusal NOT_FOUND; CONFLICT if several groups have the name
 */
export async function findGroup(
  { api }: Pick<CommandContext, 'api'>,
  integrationId: string,
  idOrName: string,
): Promise<GroupName> {
  const { group, groups } = await api.request(FIND_GROUP, { integrationId, idOrName, id: idOrName, first: FOUND });
  if (group) return group;
  const named = groups.nodes.filter(({ displayName }) => displayName.toLowerCase() === idOrName.toLowerCase());
  const [first, ...others] = named;
  if (first === undefined) throw new ApiRefusal('NOT_FOUND', `No group is called ${idOrName}.`);
  if (others.length === 0) return first;
  const ids = named.map(({ id }) => id).join(', ');
  throw new ApiRefusal('CONFLICT', `${named.length} groups are called ${idOrName}: name one by its id (${ids}).`);
}
