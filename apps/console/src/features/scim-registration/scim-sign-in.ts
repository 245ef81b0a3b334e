import type { IntegrationFieldsFragment, ScimAuthenticationInput, ScimAuthenticationType } from '../../gql/graphql';

/** Form fields for signing in to the SCIM server. */
export interface ScimSignIn {
  type: ScimAuthenticationType;
  userName: string;
  tokenEndpoint: string;
  clientId: string;
  scope: string;
  /** Bearer token, password or client secret. */
  secret: string;
}

export const SIGN_IN_LABEL: Record<ScimAuthenticationType, string> = {
  BEARER_TOKEN: 'Bearer Token',
  BASIC: 'Password',
  CLIENT_CREDENTIALS: 'Client Credentials',
};

export function savedSignIn(saved: IntegrationFieldsFragment['scimRegistration']): ScimSignIn {
  return {
    type: saved?.authentication ?? 'BEARER_TOKEN',
    userName: saved?.userName ?? '',
    tokenEndpoint: saved?.tokenEndpoint ?? '',
    clientId: saved?.clientId ?? '',
    scope: saved?.scope ?? '',
    secret: '',
  };
}

/** The input to send. It is undefined if no secret was typed, so that the server keeps the saved secret. */
export function authenticationOf(signIn: ScimSignIn): ScimAuthenticationInput | undefined {
  const { type, userName, tokenEndpoint, clientId, scope, secret } = signIn;
  if (secret === '') return undefined;
  switch (type) {
    case 'BEARER_TOKEN':
      return { bearerToken: secret };
    case 'BASIC':
      return { basic: { userName, password: secret } };
    case 'CLIENT_CREDENTIALS':
      return { clientCredentials: { tokenEndpoint, clientId, clientSecret: secret, ...(scope !== '' && { scope }) } };
  }
}
