import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider } from '../../gql/graphql';
import { INTEGRATION } from './integration-queries';

/** For pages that show something of an integration, not the integration itself; OKTA until the answer is there. */
export function useProvider(integrationId: string): DirectoryProvider {
  const { data } = useApiQuery(INTEGRATION, { id: integrationId }, { live: false });
  return data?.directoryIntegration?.provider ?? 'OKTA';
}
