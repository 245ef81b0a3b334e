import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory-integration';
import { Database, SealedColumns, SecretBox, type Sql } from '@rollcall/platform';
import type { AssertionKey } from './client-assertion.js';
import type { OktaServiceAppRow } from './okta-service-app.row.js';
import type { OktaSigningKeyRow } from './okta-signing-key.row.js';
import type { SigningKey } from './signing-keys.js';

/**
 * A new key works at once, because Okta reads the JWKS again when it sees an unknown key id. The old key stays
 * published until all caches have expired.
 */
const PUBLISHED_AFTER_RETIREMENT = '24 hours';

/** Service apps and their keys. Each private key is encrypted, and bound to its integration and key id. */
@Injectable()
export class ServiceAppRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: 'okta_signing_keys',
      column: 'sealed_private_key',
      primaryKey: ['tenant_id', 'integration_id', 'kid'],
      aadOf: ([tenantId = '', integrationId = '', kid = '']) => aadOf({ tenantId, integrationId }, kid),
    });
  }

  async find({ tenantId, integrationId }: IntegrationKey): Promise<OktaServiceAppRow | undefined> {
    const [row] = await this.database.query<OktaServiceAppRow>(
      `select * from okta_service_apps where tenant_id = $1 and integration_id = $2`,
      [tenantId, integrationId],
    );
    return row;
  }

  async ensure(sql: Sql, { tenantId, integrationId }: IntegrationKey): Promise<void> {
    await sql.execute(
      `insert into okta_service_apps (tenant_id, integration_id) values ($1, $2) on conflict do nothing`,
      [tenantId, integrationId],
    );
  }

  async setClientId(sql: Sql, { tenantId, integrationId }: IntegrationKey, clientId: string): Promise<void> {
    await sql.execute(`update okta_service_apps set client_id = $3 where tenant_id = $1 and integration_id = $2`, [
      tenantId,
      integrationId,
      clientId,
    ]);
  }

  /** Makes `key` the current signing key, and retires the previous one. */
  async rotate(sql: Sql, integration: IntegrationKey, key: SigningKey): Promise<void> {
    const { tenantId, integrationId } = integration;
    await sql.execute(
      `update okta_signing_keys set retired_at = now() where tenant_id = $1 and integration_id = $2 and retired_at is null`,
      [tenantId, integrationId],
    );
    await sql.execute(
      `delete from okta_signing_keys where tenant_id = $1 and integration_id = $2
         and retired_at < now() - interval '${PUBLISHED_AFTER_RETIREMENT}'`,
      [tenantId, integrationId],
    );
    await sql.execute(
      `insert into okta_signing_keys (tenant_id, integration_id, kid, public_jwk, sealed_private_key) values ($1, $2, $3, $4, $5)`,
      [tenantId, integrationId, key.kid, key.publicJwk, this.secrets.seal(key.privateKey, aadOf(integration, key.kid))],
    );
  }

  /** The current key, and retired keys with which Okta may still check an assertion; newest first. */
  async publishedKeys({ tenantId, integrationId }: IntegrationKey): Promise<OktaSigningKeyRow[]> {
    return this.database.query<OktaSigningKeyRow>(
      `select * from okta_signing_keys where tenant_id = $1 and integration_id = $2
         and (retired_at is null or retired_at > now() - interval '${PUBLISHED_AFTER_RETIREMENT}')
       order by created_at desc`,
      [tenantId, integrationId],
    );
  }

  async openCurrentKey(integration: IntegrationKey): Promise<AssertionKey | undefined> {
    const [row] = await this.database.query<OktaSigningKeyRow>(
      `select * from okta_signing_keys where tenant_id = $1 and integration_id = $2 and retired_at is null`,
      [integration.tenantId, integration.integrationId],
    );
    return row && { kid: row.kid, privateKey: this.secrets.open(row.sealed_private_key, aadOf(integration, row.kid)) };
  }
}

function aadOf({ tenantId, integrationId }: IntegrationKey, kid: string): string {
  return `okta_signing_keys.private_key:${tenantId}:${integrationId}:${kid}`;
}
