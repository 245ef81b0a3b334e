import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

/** Key of the query for the signed-in administrator; other queries refetch it when the API answers UNAUTHENTICATED. */
export const VIEWER_KEY = ['viewer'] as const;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error.code === 'UNAUTHENTICATED' && query.queryKey[0] !== VIEWER_KEY[0]) {
        void queryClient.invalidateQueries({ queryKey: VIEWER_KEY });
      }
    },
  }),
  defaultOptions: {
    // No retries, because polling repeats the request. `always` sends requests without a network too, because the
    // server may run on this machine.
    queries: { retry: false, networkMode: 'always', staleTime: 1_000, gcTime: 60_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
