import type { DirectoryProvider, IntegrationFieldsFragment } from '../../gql/graphql';

type Written = Pick<IntegrationFieldsFragment, 'provider' | 'registrationSync'>;

export const PROVIDER_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'Generic SCIM' };

/** What its integrations have. `alwaysWrites`: each of them is written back to; where it is false, that is a choice. */
export const PROVIDER_FEATURES: Record<
  DirectoryProvider,
  { signIn: boolean; eventHook: boolean; alwaysWrites: boolean }
> = {
  OKTA: { signIn: true, eventHook: true, alwaysWrites: true },
  GENERIC_SCIM: { signIn: false, eventHook: false, alwaysWrites: false },
};

/** Whether registrations are written anywhere, or should be. */
export function isWrittenBack({ provider, registrationSync }: Written): boolean {
  return PROVIDER_FEATURES[provider].alwaysWrites || !!registrationSync;
}

/** What registrations are written to, within a sentence. */
export const TARGET_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the SCIM server' };

/** What is written to, of several integrations: the noun that fits them all, within a sentence. */
export function targetOf(integrations: readonly Written[]): string {
  const providers = new Set(integrations.filter(isWrittenBack).map(({ provider }) => provider));
  const [only = 'OKTA'] = providers;
  return providers.size > 1 ? 'the directory' : TARGET_LABEL[only];
}

/** Where people come from, within a sentence. */
export const SOURCE_LABEL: Record<DirectoryProvider, string> = { OKTA: 'Okta', GENERIC_SCIM: 'the directory' };

/** One of these names at the start of a sentence. */
export function atStart(name: string): string {
  return name.replace(/^./, (first) => first.toUpperCase());
}
