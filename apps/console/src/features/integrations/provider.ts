import type { DirectoryProvider } from '../../gql/graphql';

export const PROVIDER_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'Generic SCIM' };

/** What registrations are written to, within a sentence. */
export const TARGET_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the SCIM server' };
