import { Injectable } from '@nestjs/common';
import {
  type AuditAction,
  AuditTrail,
  Clock,
  Database,
  DomainError,
  isId,
  mintToken,
  newId,
  type Caller,
  type Tx,
} from '@rollcall/platform';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { expiryAfter } from '@rollcall/tenancy';
import { ScimAccessTokenRepository } from '../access-tokens/scim-access-token.repository.js';
import { SCIM_SCOPE } from '../scim-scope.js';
import { ScimCredentialType } from './scim-credential-type.js';
import { ScimCredentialRepository, type NewScimCredential } from './scim-credential.repository.js';
import type { ScimCredentialRow } from './scim-credential.row.js';

export interface GeneratedToken {
  /** Shown once. */
  token: string;
  credential: ScimCredentialRow;
}

export interface GeneratedClient {
  clientId: string;
  /** Shown once. */
  clientSecret: string;
  credential: ScimCredentialRow;
}

interface CredentialOrder {
  integrationId: string;
  name?: string | null | undefined;
}

/** Credentials of an integration's SCIM client. Several may be valid at once, so that a rotation causes no outage. */
@Injectable()
export class ScimCredentialService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly credentials: ScimCredentialRepository,
    private readonly accessTokens: ScimAccessTokenRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param order `expiresIn` in seconds; if omitted, the token never expires
   * @throws NOT_FOUND
   */
  async generateBearerToken(
    caller: Caller,
    order: CredentialOrder & { expiresIn?: number | null | undefined },
  ): Promise<GeneratedToken> {
    const { token, hash, lastFour } = mintToken('scim', caller.tenantId);
    const credential = await this.insert(caller, order, {
      type: ScimCredentialType.BEARER_TOKEN,
      client_id: null,
      secret_hash: hash,
      last_four: lastFour,
      expires_at: expiryAfter(this.clock.now(), order.expiresIn),
    });
    return { token, credential };
  }

  /** @throws NOT_FOUND */
  async generateClientCredentials(caller: Caller, order: CredentialOrder): Promise<GeneratedClient> {
    const clientId = mintToken('client', caller.tenantId).token;
    const { token: clientSecret, hash, lastFour } = mintToken('secret', caller.tenantId);
    const credential = await this.insert(caller, order, {
      type: ScimCredentialType.CLIENT_CREDENTIALS,
      client_id: clientId,
      secret_hash: hash,
      last_four: lastFour,
      expires_at: null,
    });
    return { clientId, clientSecret, credential };
  }

  /** Oldest first, revoked and expired ones included. */
  async list(caller: Caller, integrationId: string): Promise<ScimCredentialRow[]> {
    return isId(integrationId) ? this.credentials.list(caller.tenantId, [integrationId]) : [];
  }

  /** Credentials of several integrations in one query. */
  async listMany(tenantId: string, integrationIds: readonly string[]): Promise<ScimCredentialRow[]> {
    return this.credentials.list(tenantId, integrationIds);
  }

  /** Takes effect with the next request; its access tokens end too. Revoking it again is not an error. @throws NOT_FOUND */
  async revoke(caller: Caller, id: string): Promise<ScimCredentialRow> {
    return this.database.transaction(async (tx) => {
      const credential = isId(id) ? await this.credentials.lock(tx, caller.tenantId, id) : undefined;
      if (!credential) throw DomainError.notFound('SCIM credential', id);
      if (credential.revoked_at) return credential;
      const revoked = await this.credentials.revoke(tx, caller.tenantId, id, this.clock.now());
      await this.accessTokens.deleteOfCredential(tx, caller.tenantId, id);
      await this.record(tx, caller, 'credential.revoked', revoked);
      return revoked;
    });
  }

  private async insert(
    caller: Caller,
    order: CredentialOrder,
    secret: Pick<NewScimCredential, 'type' | 'client_id' | 'secret_hash' | 'last_four' | 'expires_at'>,
  ): Promise<ScimCredentialRow> {
    return this.database.transaction(async (tx) => {
      const integration = await this.integrations.lock(tx, caller, order.integrationId);
      const credential = await this.credentials.insert(tx, {
        ...secret,
        tenant_id: caller.tenantId,
        id: newId(),
        integration_id: integration.id,
        name: order.name ?? null,
        scopes: [SCIM_SCOPE],
        created_at: this.clock.now(),
      });
      await this.record(tx, caller, 'credential.created', credential);
      return credential;
    });
  }

  private async record(tx: Tx, caller: Caller, action: AuditAction, credential: ScimCredentialRow): Promise<void> {
    await this.audit.record(tx, caller, {
      action,
      integrationId: credential.integration_id,
      subject: { type: 'scim_credential', id: credential.id },
      detail: {
        type: credential.type,
        name: credential.name,
        lastFour: credential.last_four,
        expiresAt: credential.expires_at,
      },
    });
  }
}
