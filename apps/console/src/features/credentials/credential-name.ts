import type { CredentialFieldsFragment } from '../../gql/graphql';

export const CREDENTIAL_TYPE_LABEL = {
  BEARER_TOKEN: 'Bearer Token',
  CLIENT_CREDENTIALS: 'Client Credentials',
} as const;

/** Label of a credential: its name, or the end of its secret. */
export function credentialName({
  name,
  type,
  lastFour,
}: Pick<CredentialFieldsFragment, 'name' | 'type' | 'lastFour'>): string {
  return name ?? `${CREDENTIAL_TYPE_LABEL[type]} …${lastFour}`;
}
