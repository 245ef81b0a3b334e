import type { JsonWebKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Database, SealedColumns, SecretBox, type Sql } from '@rollcall/platform';
import { PUBLISHED_AFTER_MS } from './key-phases.js';
import type { SigningKey } from './make-signing-key.js';
import type { SignInKeyRow } from './sign-in-key.row.js';

/** Stores signing keys. Each private key is encrypted, and bound to its integration and key id. */
@Injectable()
export class SignInKeyRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: 'sign_in_keys',
      column: 'sealed_private_key',
      primaryKey: ['tenant_id', 'integration_id', 'kid'],
      aadOf: ([tenantId = '', integrationId = '', kid = '']) => aadOf({ tenantId, integrationId }, kid),
    });
  }

  async insert(sql: Sql, key: IntegrationKey, made: SigningKey, signsAt: Date): Promise<void> {
    await sql.execute(
      `insert into sign_in_keys (tenant_id, integration_id, kid, public_jwk, sealed_private_key, signs_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        key.tenantId,
        key.integrationId,
        made.kid,
        made.publicJwk,
        this.secrets.seal(JSON.stringify(made.privateJwk), aadOf(key, made.kid)),
        signsAt,
      ],
    );
  }

  /** Newest first. */
  async list({ tenantId, integrationId }: IntegrationKey, sql: Sql = this.database): Promise<SignInKeyRow[]> {
    return sql.query<SignInKeyRow>(
      `select * from sign_in_keys where tenant_id = $1 and integration_id = $2 order by signs_at desc`,
      [tenantId, integrationId],
    );
  }

  /** Deletes keys that are no longer published, because their successor has signed for long enough. */
  async removeOver(sql: Sql, { tenantId, integrationId }: IntegrationKey, now: Date): Promise<void> {
    await sql.execute(
      `delete from sign_in_keys k where k.tenant_id = $1 and k.integration_id = $2 and exists (
         select 1 from sign_in_keys s where s.tenant_id = k.tenant_id and s.integration_id = k.integration_id
           and s.signs_at > k.signs_at and s.signs_at <= $3)`,
      [tenantId, integrationId, new Date(now.getTime() - PUBLISHED_AFTER_MS)],
    );
  }

  open(row: SignInKeyRow): JsonWebKey {
    const key = { tenantId: row.tenant_id, integrationId: row.integration_id };
    return JSON.parse(this.secrets.open(row.sealed_private_key, aadOf(key, row.kid))) as JsonWebKey;
  }
}

function aadOf({ tenantId, integrationId }: IntegrationKey, kid: string): string {
  return `sign_in_keys.private_key:${tenantId}:${integrationId}:${kid}`;
}
