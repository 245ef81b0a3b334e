import type { DirectoryProvider, IntegrationFieldsFragment, ScimCredentialType } from '../../gql/graphql';

type Written = Pick<IntegrationFieldsFragment, 'provider' | 'registrationSync'>;

interface Provider {
  label: string;
  /** Explains when an administrator should choose this provider. */
  description: string;
  /** The system that people come from, as a noun within a sentence. */
  source: string;
  /** The system that registrations are written to, as a noun within a sentence. */
  target: string;
  signIn: boolean;
  eventHook: boolean;
  /** True if every integration of this provider is written back to; false if write-back is optional. */
  alwaysWrites: boolean;
  /** True if the provider's SCIM client can fetch access tokens itself. */
  fetchesTokens: boolean;
  credentials: Record<ScimCredentialType, string>;
  credentialExample: string;
  /** How to replace a bearer token. @param by name of the new token */
  replaceToken: (by: string) => string;
  finish: string;
  /** What an administrator must do in the directory so that the first call, person and group arrive. */
  toDo: { call: string; person: string; group: string };
  firstRequest: string;
  beforeDeleting: string;
}

export const PROVIDERS: Record<DirectoryProvider, Provider> = {
  OKTA: {
    label: 'Okta',
    description:
      'People and groups arrive by SCIM; Okta learns who has a passkey, and its event hook reports changes made there.',
    source: 'Okta',
    target: 'Okta',
    signIn: true,
    eventHook: true,
    alwaysWrites: true,
    fetchesTokens: false,
    credentials: {
      BEARER_TOKEN: 'One token that Okta sends with each call. What Okta’s SCIM apps expect.',
      CLIENT_CREDENTIALS:
        'An OAuth client that fetches short-lived tokens. For clients that can do so; Okta’s catalog app cannot.',
    },
    credentialExample: 'Okta SCIM app',
    replaceToken: (by) =>
      `In Okta, open the SCIM app’s Provisioning tab, Integration, Edit; replace the token by ${by}, press Test API Credentials, then Save.`,
    finish: 'Finish in Okta',
    toDo: { call: 'press Test API Credentials', person: 'assign a group to the app', group: 'push a group' },
    firstRequest: 'Press Test API Credentials in Okta’s SCIM app, and it appears here.',
    beforeDeleting:
      'Turn off the routing rule in Okta first, or people are routed to passkeys that no longer exist. Existing values in Okta are not changed.',
  },
  GENERIC_SCIM: {
    label: 'Generic SCIM',
    description: 'Any SCIM 2.0 client. People and groups arrive; who has a passkey can be written to a SCIM server.',
    source: 'the directory',
    target: 'the SCIM server',
    signIn: false,
    eventHook: false,
    alwaysWrites: false,
    fetchesTokens: true,
    credentials: {
      BEARER_TOKEN: 'One token that the directory sends with each call.',
      CLIENT_CREDENTIALS: 'An OAuth client that fetches short-lived tokens. For SCIM clients that can do so.',
    },
    credentialExample: 'SCIM client',
    replaceToken: (by) => `In the settings of your SCIM client, replace the token by ${by}.`,
    finish: 'Finish in your directory',
    toDo: { call: 'run its connection test', person: 'assign a few people', group: 'push a group' },
    firstRequest: 'The first call of the directory appears here.',
    beforeDeleting:
      'First stop what depends on the attribute in the SCIM server. Existing values there are not changed.',
  },
};

/** True if the write-back is configured for an integration, or must be for its provider. */
export function isWrittenBack({ provider, registrationSync }: Written): boolean {
  return PROVIDERS[provider].alwaysWrites || !!registrationSync;
}

/** A noun for the targets of several integrations, within a sentence. */
export function targetOf(integrations: readonly Written[]): string {
  const providers = new Set(integrations.filter(isWrittenBack).map(({ provider }) => provider));
  const [only = 'OKTA'] = providers;
  return providers.size > 1 ? 'the directory' : PROVIDERS[only].target;
}

/** Capitalizes a name for the start of a sentence. */
export function atStart(name: string): string {
  return name.replace(/^./, (first) => first.toUpperCase());
}
