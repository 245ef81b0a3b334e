import type { SignInProviderRow } from './sign-in-provider.row.js';
import type { ClientJwks } from './client-jwks.js';

/** The settings of an integration's sign-in. Secrets and keys are read separately. */
export interface SignInSettings {
  tenantId: string;
  integrationId: string;
  enabled: boolean;
  /** OpenID Connect Discovery §3 `issuer`. */
  issuer: string;
  clientId: string;
  redirectUris: string[];
  clientJwks: ClientJwks | null;
  version: string;
}

/** @param publicUrl must not end in a slash */
export function issuerOf(integrationId: string, publicUrl: string): string {
  return `${publicUrl}/oidc/${integrationId}`;
}

/** The URLs of the provider's endpoints. The OpenID library defines their paths. */
export function endpointsOf(issuer: string): Record<'authorization' | 'token' | 'jwks' | 'userinfo', string> {
  return {
    authorization: `${issuer}/auth`,
    token: `${issuer}/token`,
    jwks: `${issuer}/jwks`,
    userinfo: `${issuer}/me`,
  };
}

export function toSignInSettings(row: SignInProviderRow, publicUrl: string): SignInSettings {
  return {
    tenantId: row.tenant_id,
    integrationId: row.integration_id,
    enabled: row.enabled,
    issuer: issuerOf(row.integration_id, publicUrl),
    clientId: row.client_id,
    redirectUris: row.redirect_uris,
    clientJwks: row.client_jwks,
    version: row.version,
  };
}
