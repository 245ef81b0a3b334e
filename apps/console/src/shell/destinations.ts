import type { AdminRole, FindQuery } from '../gql/graphql';
import { includesRole } from '../session/role';
import { NAVIGATION } from './navigation';

/** Minimum length of a search text. Shorter texts match too many names. */
export const MIN_CHARACTERS = 2;

export interface Destination {
  to: string;
  name: string;
  /** A second line of the result, because two results may have the same name. */
  sub?: string;
}

interface Part {
  label: string;
  destinations: Destination[];
}

const ACCOUNT: Destination = { to: '/account', name: 'Passkeys and sessions' };

/** Search results by kind. An empty text matches every page. */
export function matchingDestinations(role: AdminRole, text: string, found: FindQuery | undefined): Part[] {
  const typed = text.trim().toLowerCase();
  const isMeant = ({ name }: { name: string }) => name.toLowerCase().includes(typed);
  const pages = NAVIGATION.flatMap(({ entries }) => entries)
    .filter((entry) => !entry.role || includesRole(role, entry.role))
    .map(({ to, label }): Destination => ({ to, name: label }));
  const people = (found?.identities.nodes ?? []).map(({ id, displayName, userName }): Destination => {
    const to = `/directory/identities/${id}`;
    return displayName ? { to, name: displayName, sub: userName } : { to, name: userName };
  });
  const parts: Part[] = [
    { label: 'Pages', destinations: [...pages, ACCOUNT].filter(isMeant) },
    { label: 'People', destinations: people.length > 0 ? [...people, everyone(text.trim())] : [] },
    {
      label: 'Groups',
      destinations: (found?.groups.nodes ?? []).map(({ id, displayName }) => ({
        to: `/directory/groups/${id}`,
        name: displayName,
      })),
    },
    {
      label: 'Directory integrations',
      destinations: (found?.directoryIntegrations.nodes ?? [])
        .filter(isMeant)
        .map(({ id, name }) => ({ to: `/directory/integrations/${id}`, name })),
    },
  ];
  return parts.filter(({ destinations }) => destinations.length > 0);
}

function everyone(search: string): Destination {
  return {
    to: `/directory/identities?${new URLSearchParams({ q: search }).toString()}`,
    name: `All people that match “${search}”`,
  };
}
