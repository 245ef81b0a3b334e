import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../gql/graphql';
import type { ApiError } from './api-error';
import { request } from './request';

interface Options<R> {
  /** Message to show on success. */
  done?: string | ((result: R) => string);
  onDone?: (result: R) => void;
  /** True for a form that shows the error itself, so that no error notification appears. */
  quiet?: boolean;
}

/** A GraphQL mutation. When it succeeds, all queries of the page are sent again. */
export function useApiMutation<R, V>(
  document: TypedDocumentString<R, V>,
  { done, onDone, quiet = false }: Options<R> = {},
): UseMutationResult<R, ApiError, V> {
  const client = useQueryClient();
  return useMutation<R, ApiError, V>({
    mutationFn: (variables) => request(document, variables),
    onSuccess: async (result) => {
      if (done) notifications.show({ message: typeof done === 'string' ? done : done(result), color: 'teal' });
      onDone?.(result);
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (!quiet)
        notifications.show({ title: 'That did not work', message: error.message, color: 'red', autoClose: 8_000 });
    },
  });
}
