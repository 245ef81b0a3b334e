import type { DirectoryProvider, IntegrationFieldsFragment } from '../../gql/graphql';

type Written = Pick<IntegrationFieldsFragment, 'provider' | 'registrationSync'>;

export const PROVIDER_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'Generic SCIM' };

/** What registrations are written to, within a sentence. */
export const TARGET_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the SCIM server' };

/** What is written to, of several integrations: the noun that fits them all, within a sentence. */
export function targetOf(integrations: readonly Written[]): string {
  const providers = new Set(
    integrations
      .filter(({ provider, registrationSync }) => provider === 'OKTA' || registrationSync)
      .map(({ provider }) => provider),
  );
  const [only = 'OKTA'] = providers;
  return providers.size > 1 ? 'the directory' : TARGET_LABEL[only];
}

/** Where people come from, within a sentence. */
export const SOURCE_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the directory' };

/** One of these names at the start of a sentence. */
export function atStart(name: string): string {
  return name.replace(/^./, (first) => first.toUpperCase());
}
