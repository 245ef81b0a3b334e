import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiError } from '../../api/api-error';
import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider, IntegrationQuery } from '../../gql/graphql';
import { INTEGRATION } from './integration-queries';

/** It never changes; asked again only to recover from a failure. */
const EVERY_MS = 60_000;

/** For pages that show something of an integration, not the integration itself: what its other side is called. */
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
