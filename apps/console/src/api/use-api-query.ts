import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../gql/graphql';
import type { ApiError } from './api-error';
import { request } from './request';

/**
 * Polling interval in milliseconds: a change on the server becomes visible within two seconds. Hidden tabs do not poll.
 */
const LIVE_MS = 1_500;
const AFTER_FAILURE_MS = 5_000;

interface Options {
  enabled?: boolean;
  /** For lists: shows the rows of the previous page or search until the new rows arrive. */
  keepPrevious?: boolean;
  /** False turns polling off. A number is a polling interval in ms, for expensive data that changes slowly. */
  live?: boolean | number;
}

export function useApiQuery<R, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
  { enabled = true, keepPrevious = false, live = true }: Options = {},
): UseQueryResult<R, ApiError> {
  return useQuery<R, ApiError>({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled,
    refetchInterval: ({ state }) => (state.error && live ? AFTER_FAILURE_MS : live === true ? LIVE_MS : live),
    ...(keepPrevious && {
      placeholderData: (previous, query) => (isSameSubject(query?.queryKey[1], variables) ? previous : undefined),
    }),
  });
}

/**
 * True if both sets of variables query the same list, so that its rows may stay visible. A list inside an object has
 * the object's id in the variable `id` or `groupId`.
 */
function isSameSubject(before: unknown, now: unknown): boolean {
  return idOf(before) === idOf(now);
}

function idOf(variables: unknown): unknown {
  if (typeof variables !== 'object' || variables === null) return undefined;
  return 'id' in variables ? variables.id : 'groupId' in variables ? variables.groupId : undefined;
}
