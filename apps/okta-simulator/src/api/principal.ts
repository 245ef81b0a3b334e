import type { TokenRole } from '../org/api-tokens.js';
import type { OktaOrg } from '../org/okta-org.js';
import { OktaError } from './okta-error.js';

/** Who calls the API: an administrator's API token, or a service app's access token. */
export interface Principal {
  readonly actor: string;
  /** Id of the administrator who owns the API token; undefined for a service app. */
  readonly ownerId: string | undefined;
  readonly role: TokenRole;
  /** Granted OAuth scopes; undefined for an API token, to which no scopes apply. */
  readonly scopes: readonly string[] | undefined;
}

/** Reads the Authorization header. Accepts `SSWS` API tokens and OAuth `Bearer` tokens. */
export function authenticate(org: OktaOrg, header: string | undefined): Principal {
  if (!header) throw OktaError.invalidSession();
  const [scheme, value = ''] = header.split(' ');
  if (scheme === 'SSWS') {
    const token = org.tokens.find(value);
    if (!token) throw OktaError.invalidToken();
    return { actor: token.ownerId, ownerId: token.ownerId, role: token.role, scopes: undefined };
  }
  const token = scheme === 'Bearer' ? org.apps.find(value) : undefined;
  if (!token) throw OktaError.invalidToken();
  const role = token.adminRole ? 'org-admin' : 'read-only';
  if (!token.adminRole) throw OktaError.forbidden();
  return { actor: token.clientId, ownerId: undefined, role, scopes: token.scopes };
}

/** Refuses a request that the token's scopes or its administrator role do not allow (E0000006). */
export function authorize(
  principal: Principal,
  area: 'users' | 'schemas' | 'policies' | 'idps' | 'roles',
  method: string,
): void {
  const writing = method !== 'GET';
  if (writing && principal.role === 'read-only') throw OktaError.forbidden();
  if (principal.scopes === undefined) return;
  const sufficient = writing ? [`okta.${area}.manage`] : [`okta.${area}.read`, `okta.${area}.manage`];
  if (!sufficient.some((scope) => principal.scopes?.includes(scope))) throw OktaError.forbidden();
}
