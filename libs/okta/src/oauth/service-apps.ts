import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService, OktaAuthMode, RegistrationSyncService } from '@rollcall/directory-integration';
import { AppConfig, type AuditAction, AuditTrail, Database, isId, type Caller } from '@rollcall/platform';
import type { JsonWebKey } from 'node:crypto';
import { OKTA_SCOPES } from './okta-scopes.js';
import { ServiceAppRepository } from './service-app.repository.js';
import { makeSigningKey } from './signing-keys.js';

/** The values that an Okta administrator enters to create the service app, and the state of the app. */
export interface ServiceApp {
  jwksUrl: string;
  scopes: readonly string[];
  clientId: string | null;
  keys: { kid: string; createdAt: Date; retiredAt: Date | null }[];
}

/** Service apps, with which we sign in to Okta: creates and publishes their keys, and stores their client ids. */
@Injectable()
export class ServiceApps {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncService,
    private readonly repository: ServiceAppRepository,
    private readonly audit: AuditTrail,
    private readonly config: AppConfig,
  ) {}

  /** Creates the first key, so that an administrator can enter its JWKS in Okta. Does nothing if a key exists. @throws NOT_FOUND */
  async prepare(caller: Caller, integrationId: string): Promise<ServiceApp> {
    await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId };
    if ((await this.repository.publishedKeys(key)).length === 0)
      await this.addKey(caller, integrationId, 'okta_service_app.prepared');
    return this.describe(key);
  }

  /** Creates a new key and signs with it from now on. The old key stays published for a day. @throws NOT_FOUND */
  async rotateKey(caller: Caller, integrationId: string): Promise<ServiceApp> {
    await this.integrations.get(caller, integrationId);
    await this.addKey(caller, integrationId, 'okta_service_app.key_rotated');
    return this.describe({ tenantId: caller.tenantId, integrationId });
  }

  /** Makes the write-back use this service app. @throws NOT_FOUND, BAD_USER_INPUT (oktaDomain) */
  async configure(
    caller: Caller,
    input: {
      integrationId: string;
      oktaDomain: string;
      clientId: string;
      attribute?: string | null;
      enabled?: boolean | null;
    },
  ): Promise<void> {
    const { clientId, ...settings } = input;
    const { integrationId } = input;
    await this.prepare(caller, integrationId);
    await this.repository.setClientId(this.database, { tenantId: caller.tenantId, integrationId }, clientId);
    await this.syncs.configure(caller, { ...settings, authMode: OktaAuthMode.OAUTH });
  }

  async find(tenantId: string, integrationId: string): Promise<ServiceApp | undefined> {
    const key = { tenantId, integrationId };
    return (await this.repository.find(key)) ? this.describe(key) : undefined;
  }

  /** The JWK Set (RFC 7517 §5) that Okta fetches; undefined if the integration has no key. */
  async jwks(tenantId: string, integrationId: string): Promise<{ keys: JsonWebKey[] } | undefined> {
    if (!isId(tenantId) || !isId(integrationId)) return undefined;
    const keys = await this.repository.publishedKeys({ tenantId, integrationId });
    return keys.length === 0 ? undefined : { keys: keys.map((key) => key.public_jwk) };
  }

  private async addKey(caller: Caller, integrationId: string, action: AuditAction): Promise<void> {
    const signingKey = await makeSigningKey();
    const key = { tenantId: caller.tenantId, integrationId };
    await this.database.transaction(async (tx) => {
      await this.repository.ensure(tx, key);
      await this.repository.rotate(tx, key, signingKey);
      await this.audit.record(tx, caller, { action, integrationId, detail: { kid: signingKey.kid } });
    });
  }

  private async describe(key: { tenantId: string; integrationId: string }): Promise<ServiceApp> {
    const [app, keys] = await Promise.all([this.repository.find(key), this.repository.publishedKeys(key)]);
    return {
      jwksUrl: `${this.config.publicUrl}/okta/jwks/${key.tenantId}/${key.integrationId}`,
      scopes: OKTA_SCOPES,
      clientId: app?.client_id ?? null,
      keys: keys.map((row) => ({ kid: row.kid, createdAt: row.created_at, retiredAt: row.retired_at })),
    };
  }
}
