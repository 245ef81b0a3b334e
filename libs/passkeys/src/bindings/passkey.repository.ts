import { Injectable } from '@nestjs/common';
import type { Sql } from '@rollcall/platform';
import type { PasskeyRow, PasskeySource } from './passkey.row.js';

export type PasskeyDraft = Omit<PasskeyRow, 'last_used_at' | 'revoked_at'>;

@Injectable()
export class PasskeyRepository {
  /** @returns undefined if the credential is already bound, to this identity or to another one of the integration */
  async insert(sql: Sql, row: PasskeyDraft): Promise<PasskeyRow | undefined> {
    const [inserted] = await sql.query<PasskeyRow>(
      `insert into passkeys (tenant_id, id, integration_id, identity_id, source, credential_id, public_key, sign_count,
         transports, device_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (tenant_id, integration_id, source, credential_id) where revoked_at is null do nothing
       returning *`,
      [
        row.tenant_id,
        row.id,
        row.integration_id,
        row.identity_id,
        row.source,
        row.credential_id,
        row.public_key,
        row.sign_count,
        row.transports,
        row.device_name,
        row.created_at,
      ],
    );
    return inserted;
  }

  async find(sql: Sql, tenantId: string, id: string): Promise<PasskeyRow | undefined> {
    const [row] = await sql.query<PasskeyRow>('select * from passkeys where tenant_id = $1 and id = $2', [
      tenantId,
      id,
    ]);
    return row;
  }

  /** Finds the active passkey of a credential. */
  async findActive(
    sql: Sql,
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    source: PasskeySource,
    credentialId: string,
  ): Promise<PasskeyRow | undefined> {
    const [row] = await sql.query<PasskeyRow>(
      `select * from passkeys
       where tenant_id = $1 and integration_id = $2 and source = $3 and credential_id = $4 and revoked_at is null`,
      [tenantId, integrationId, source, credentialId],
    );
    return row;
  }

  /** The active passkeys that were bound on our own page. An authenticator can recognize these. */
  async webauthnOf(sql: Sql, tenantId: string, identityId: string): Promise<PasskeyRow[]> {
    return sql.query<PasskeyRow>(
      `select * from passkeys
       where tenant_id = $1 and identity_id = $2 and source = 'WEBAUTHN' and revoked_at is null order by id`,
      [tenantId, identityId],
    );
  }

  /** Passkeys of several identities, revoked ones included, oldest first. */
  async ofIdentities(sql: Sql, tenantId: string, identityIds: readonly string[]): Promise<PasskeyRow[]> {
    return sql.query<PasskeyRow>(
      'select * from passkeys where tenant_id = $1 and identity_id = any($2::uuid[]) order by identity_id, id',
      [tenantId, identityIds],
    );
  }

  async countActive(sql: Sql, tenantId: string, identityId: string): Promise<number> {
    const [row] = await sql.query<{ active: number }>(
      `select count(*)::int as active from passkeys where tenant_id = $1 and identity_id = $2 and revoked_at is null`,
      [tenantId, identityId],
    );
    return row!.active;
  }

  /** @returns undefined if the passkey was already revoked */
  async revoke(sql: Sql, tenantId: string, id: string, now: Date): Promise<PasskeyRow | undefined> {
    const [row] = await sql.query<PasskeyRow>(
      'update passkeys set revoked_at = $3 where tenant_id = $1 and id = $2 and revoked_at is null returning *',
      [tenantId, id, now],
    );
    return row;
  }
}
