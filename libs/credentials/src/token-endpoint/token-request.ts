import { SCIM_SCOPE } from '../scim-scope.js';
import { OAuthError } from './oauth-error.js';
import type { OAuthParameters } from './oauth-parameters.js';

/**
 * The scopes that a client-credentials request is granted (RFC 6749 §4.4.2). A request that names no scope gets all.
 * @throws OAuthError invalid_request, unsupported_grant_type, invalid_scope
 */
export function readGrantedScopes(parameters: OAuthParameters, queryScope: string | undefined): string[] {
  const grantType = parameters['grant_type'];
  if (grantType === undefined) throw new OAuthError('invalid_request', 'grant_type is required.');
  if (grantType !== 'client_credentials') {
    throw new OAuthError('unsupported_grant_type', 'The only grant_type is client_credentials.');
  }
  const asked = [parameters['scope'], queryScope]
    .flatMap((scope) => scope?.split(' ') ?? [])
    .filter((scope) => scope !== '');
  if (asked.some((scope) => scope !== SCIM_SCOPE)) {
    throw new OAuthError('invalid_scope', `The only scope is ${SCIM_SCOPE}.`);
  }
  return [SCIM_SCOPE];
}
