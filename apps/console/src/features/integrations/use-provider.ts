import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiError } from '../../api/api-error';
import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider, IntegrationQuery } from '../../gql/graphql';
import { INTEGRATION } from './integration-queries';

/** The provider of an integration never changes. Polling only repeats a query that failed. */
const EVERY_MS = 60_000;

/** The provider of an integration, for pages that do not load the integration itself. */
export function useProvider(integrationId: string | undefined): {
  provider: DirectoryProvider | undefined;
  query: UseQueryResult<IntegrationQuery, ApiError>;
} {
  const query = useApiQuery(
    INTEGRATION,
    { id: integrationId ?? '' },
    { enabled: integrationId !== undefined, live: EVERY_MS },
  );
  return { provider: query.data?.directoryIntegration?.provider, query };
}
