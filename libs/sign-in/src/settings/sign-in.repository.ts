import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, SealedColumns, SecretBox, type Sql } from '@rollcall/platform';
import type { ClientJwks } from './client-jwks.js';
import type { SignInProviderRow } from './sign-in-provider.row.js';
import type { SignInSecretRow } from './sign-in-secret.row.js';

export interface NewSignInSecret {
  id: string;
  secret: string;
  lastFour: string;
}

/**
 * Stores the settings of the providers, and the client secrets. Every change of a provider's data must call `bump` in
 * the same transaction.
 */
@Injectable()
export class SignInRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: 'sign_in_secrets',
      column: 'sealed_secret',
      primaryKey: ['tenant_id', 'id'],
      aadOf: ([tenantId = '', id = '']) => aadOf(tenantId, id),
    });
  }

  /** The tenant of an issuer. The issuer's URL contains only the id of the integration. */
  async tenantOf(integrationId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ tenant_id: string }>(
      'select tenant_id from sign_in_providers where integration_id = $1',
      [integrationId],
    );
    return row?.tenant_id;
  }

  async find(
    { tenantId, integrationId }: IntegrationKey,
    sql: Sql = this.database,
  ): Promise<SignInProviderRow | undefined> {
    const [row] = await sql.query<SignInProviderRow>(
      'select * from sign_in_providers where tenant_id = $1 and integration_id = $2',
      [tenantId, integrationId],
    );
    return row;
  }

  /** Settings of the given integrations, in any order. */
  async findMany(tenantId: string, integrationIds: readonly string[]): Promise<SignInProviderRow[]> {
    return this.database.query<SignInProviderRow>(
      'select * from sign_in_providers where tenant_id = $1 and integration_id = any($2::uuid[])',
      [tenantId, integrationIds],
    );
  }

  /** Enables the provider. If it was enabled at an earlier time, it keeps its client id. */
  async enable(
    sql: Sql,
    { tenantId, integrationId }: IntegrationKey,
    settings: { clientId: string; redirectUris: readonly string[]; clientJwks: ClientJwks | null },
  ): Promise<SignInProviderRow> {
    const [row] = await sql.query<SignInProviderRow>(
      `insert into sign_in_providers as s (tenant_id, integration_id, client_id, redirect_uris, client_jwks)
       values ($1, $2, $3, $4, $5)
       on conflict (tenant_id, integration_id) do update set enabled = true, redirect_uris = excluded.redirect_uris,
         client_jwks = excluded.client_jwks, version = s.version + 1, updated_at = now()
       returning *`,
      [
        tenantId,
        integrationId,
        settings.clientId,
        settings.redirectUris,
        settings.clientJwks && JSON.stringify(settings.clientJwks),
      ],
    );
    return row!;
  }

  async update(
    sql: Sql,
    { tenantId, integrationId }: IntegrationKey,
    settings: { enabled: boolean; redirectUris: readonly string[]; clientJwks: ClientJwks | null },
  ): Promise<SignInProviderRow> {
    const [row] = await sql.query<SignInProviderRow>(
      `update sign_in_providers set enabled = $3, redirect_uris = $4, client_jwks = $5, version = version + 1, updated_at = now()
       where tenant_id = $1 and integration_id = $2 returning *`,
      [
        tenantId,
        integrationId,
        settings.enabled,
        settings.redirectUris,
        settings.clientJwks && JSON.stringify(settings.clientJwks),
      ],
    );
    return row!;
  }

  /** Increases the provider's version, so that every replica builds the provider again at its next request. */
  async bump(sql: Sql, { tenantId, integrationId }: IntegrationKey): Promise<SignInProviderRow> {
    const [row] = await sql.query<SignInProviderRow>(
      `update sign_in_providers set version = version + 1, updated_at = now()
       where tenant_id = $1 and integration_id = $2 returning *`,
      [tenantId, integrationId],
    );
    return row!;
  }

  async addSecret(sql: Sql, { tenantId, integrationId }: IntegrationKey, made: NewSignInSecret): Promise<void> {
    await sql.execute(
      `insert into sign_in_secrets (tenant_id, id, integration_id, sealed_secret, last_four) values ($1, $2, $3, $4, $5)`,
      [tenantId, made.id, integrationId, this.secrets.seal(made.secret, aadOf(tenantId, made.id)), made.lastFour],
    );
  }

  /** The client secrets, newest first. Revoked ones are included. */
  async secretsOf({ tenantId, integrationId }: IntegrationKey, sql: Sql = this.database): Promise<SignInSecretRow[]> {
    return sql.query<SignInSecretRow>(
      `select * from sign_in_secrets where tenant_id = $1 and integration_id = $2 order by id desc`,
      [tenantId, integrationId],
    );
  }

  async findSecret(tenantId: string, id: string, sql: Sql = this.database): Promise<SignInSecretRow | undefined> {
    const [row] = await sql.query<SignInSecretRow>('select * from sign_in_secrets where tenant_id = $1 and id = $2', [
      tenantId,
      id,
    ]);
    return row;
  }

  /** @param id if omitted, all secrets of the integration. @returns the number of secrets that this call has revoked */
  async revokeSecrets(sql: Sql, { tenantId, integrationId }: IntegrationKey, at: Date, id?: string): Promise<number> {
    return sql.execute(
      `update sign_in_secrets set revoked_at = $3
       where tenant_id = $1 and integration_id = $2 and revoked_at is null and ($4::uuid is null or id = $4)`,
      [tenantId, integrationId, at, id ?? null],
    );
  }

  openSecret({ tenant_id, id, sealed_secret }: SignInSecretRow): string {
    return this.secrets.open(sealed_secret, aadOf(tenant_id, id));
  }
}

function aadOf(tenantId: string, id: string): string {
  return `sign_in_secrets.secret:${tenantId}:${id}`;
}
