import type {
  DirectoryProvider,
  OktaAuthMode,
  ScimAuthenticationType,
  SyncedFragment,
  SyncFragment,
} from '../gql/graphql.js';

const OKTA_SIGN_IN: Record<OktaAuthMode, string> = { API_TOKEN: 'API token', OAUTH: 'OAuth' };
const SCIM_SIGN_IN: Record<ScimAuthenticationType, string> = {
  BEARER_TOKEN: 'bearer token',
  BASIC: 'user name and password',
  CLIENT_CREDENTIALS: 'client credentials',
};

interface Provider {
  /** Label of the target. */
  label: string;
  /** Name of the target within a sentence. */
  target: string;
  /** Heading of a column of the target's user ids. */
  userColumn: string;
  /** Where a new SCIM token is entered. */
  whereToEnter: string;
  signIn(integration: SyncedFragment, sync: SyncFragment): string | undefined;
}

export const PROVIDERS: Record<DirectoryProvider, Provider> = {
  OKTA: {
    label: 'Okta',
    target: 'Okta',
    userColumn: 'OKTA USER',
    whereToEnter: 'Put it into the SCIM app in Okta (Provisioning > Integration) and press "Test API Credentials".',
    signIn: (_integration, { authMode }) => OKTA_SIGN_IN[authMode],
  },
  GENERIC_SCIM: {
    label: 'SCIM server',
    target: 'the SCIM server',
    userColumn: 'SCIM USER',
    whereToEnter: 'Put it into the SCIM client of your directory, and have it send a request.',
    signIn: ({ scimRegistration }) => scimRegistration?.authentication && SCIM_SIGN_IN[scimRegistration.authentication],
  },
};
