import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Database,
  hashToken,
  mintToken,
  readToken,
  sameSecret,
  type Caller,
} from '@rollcall/platform';
import { ScimAccessTokenRepository } from '../access-tokens/scim-access-token.repository.js';
import { ScimCredentialRepository } from '../scim-credentials/scim-credential.repository.js';
import type { ScimCredentialRow } from '../scim-credentials/scim-credential.row.js';
import type { ClientAuthentication } from './client-authentication.js';
import { OAuthError } from './oauth-error.js';

const LIFETIME_SECONDS = 3600;

/** RFC 6749 §5.1. */
export interface TokenResponse {
  access_token: string;
  token_type: 'Bearer';
  /** Seconds. */
  expires_in: number;
  scope: string;
}

/** Access tokens for client credentials: issued (RFC 6749 §4.4) and revoked (RFC 7009). */
@Injectable()
export class AccessTokenService {
  constructor(
    private readonly database: Database,
    private readonly credentials: ScimCredentialRepository,
    private readonly accessTokens: ScimAccessTokenRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Issues a token to an authenticated client, valid for an hour. */
  async issue(client: ScimCredentialRow, scopes: string[]): Promise<TokenResponse> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFETIME_SECONDS * 1000);
    const { tenant_id: tenantId, id: credentialId, integration_id: integrationId } = client;
    const { token, hash } = mintToken('access', tenantId);
    await this.database.transaction(async (tx) => {
      await this.accessTokens.deleteExpired(tx, tenantId, now);
      await this.accessTokens.insert(tx, {
        tenant_id: tenantId,
        token_hash: hash,
        credential_id: credentialId,
        integration_id: integrationId,
        scopes,
        issued_at: now,
        expires_at: expiresAt,
      });
      await this.credentials.noteUse(tenantId, credentialId, now, tx);
      await this.audit.record(tx, callerOf(client), {
        action: 'access_token.issued',
        integrationId,
        subject: { type: 'scim_credential', id: credentialId },
        detail: { expiresAt },
      });
    });
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS, scope: scopes.join(' ') };
  }

  /**
   * Ends an access token of this client. One that does not exist (any more) counts as revoked (RFC 7009 §2.2).
   * @throws OAuthError unauthorized_client for a token of another client
   */
  async revoke(client: ScimCredentialRow, token: string): Promise<void> {
    const read = readToken(token);
    if (read?.kind !== 'access' || read.tenantId !== client.tenant_id) return;
    await this.database.transaction(async (tx) => {
      const found = await this.accessTokens.find(tx, read.tenantId, read.hash);
      if (!found) return;
      if (found.credential_id !== client.id) {
        throw new OAuthError('unauthorized_client', 'The token was issued to another client.');
      }
      await this.accessTokens.delete(tx, read.tenantId, read.hash);
      await this.audit.record(tx, callerOf(client), {
        action: 'access_token.revoked',
        integrationId: client.integration_id,
        subject: { type: 'scim_credential', id: client.id },
      });
    });
  }

  /** The valid credential of a client, after its secret was checked. @throws OAuthError invalid_client */
  async authenticate({ clientId, clientSecret }: ClientAuthentication): Promise<ScimCredentialRow> {
    const read = readToken(clientId);
    const client = read?.kind === 'client' ? await this.credentials.findByClientId(read.tenantId, clientId) : undefined;
    const known = client !== undefined && sameSecret(client.secret_hash, hashToken(clientSecret));
    if (!known) throw new OAuthError('invalid_client', 'The client id is unknown or the secret is wrong.');
    if (client.revoked_at) throw new OAuthError('invalid_client', 'The client credentials were revoked.');
    if (client.expires_at && client.expires_at <= this.clock.now()) {
      throw new OAuthError('invalid_client', 'The client credentials have expired.');
    }
    return client;
  }
}

function callerOf({ tenant_id: tenantId, id, name }: ScimCredentialRow): Caller {
  return { tenantId, actor: { type: 'SCIM_CLIENT', id, name: name ?? 'Client credentials' } };
}
