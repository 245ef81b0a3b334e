import type { DirectoryProvider } from '../../gql/graphql';

export const PROVIDER_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'Generic SCIM' };

/** What registrations are written to, within a sentence. */
export const TARGET_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the SCIM server' };

/** Where people come from, within a sentence. */
export const SOURCE_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the directory' };

/** One of these names at the start of a sentence. */
export function atStart(name: string): string {
  return name.replace(/^./, (first) => first.toUpperCase());
}
