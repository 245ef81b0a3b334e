import type { DirectoryProvider } from '../../gql/graphql';

export const PROVIDER_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'Generic SCIM' };
