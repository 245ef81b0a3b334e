import { Injectable } from '@nestjs/common';
import type { Sql } from '@rollcall/platform';
import type { ScimAccessTokenRow } from './scim-access-token.row.js';

@Injectable()
export class ScimAccessTokenRepository {
  async insert(sql: Sql, token: ScimAccessTokenRow): Promise<void> {
    await sql.execute(
      `insert into scim_access_tokens (tenant_id, token_hash, credential_id, integration_id, scopes, issued_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        token.tenant_id,
        token.token_hash,
        token.credential_id,
        token.integration_id,
        token.scopes,
        token.issued_at,
        token.expires_at,
      ],
    );
  }

  async find(sql: Sql, tenantId: string, hash: Buffer): Promise<ScimAccessTokenRow | undefined> {
    const [row] = await sql.query<ScimAccessTokenRow>(
      'select * from scim_access_tokens where tenant_id = $1 and token_hash = $2',
      [tenantId, hash],
    );
    return row;
  }

  async delete(sql: Sql, tenantId: string, hash: Buffer): Promise<void> {
    await sql.execute('delete from scim_access_tokens where tenant_id = $1 and token_hash = $2', [tenantId, hash]);
  }

  async deleteOfCredential(sql: Sql, tenantId: string, credentialId: string): Promise<void> {
    await sql.execute('delete from scim_access_tokens where tenant_id = $1 and credential_id = $2', [
      tenantId,
      credentialId,
    ]);
  }

  async deleteExpired(sql: Sql, tenantId: string, at: Date): Promise<void> {
    await sql.execute('delete from scim_access_tokens where tenant_id = $1 and expires_at <= $2', [tenantId, at]);
  }
}
