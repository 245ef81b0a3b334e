import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { ScimCredentialRow } from './scim-credential.row.js';

export type NewScimCredential = Omit<ScimCredentialRow, 'last_used_at' | 'revoked_at' | 'refused_at'>;

@Injectable()
export class ScimCredentialRepository {
  constructor(private readonly database: Database) {}

  async insert(sql: Sql, credential: NewScimCredential): Promise<ScimCredentialRow> {
    const [row] = await sql.query<ScimCredentialRow>(
      `insert into scim_credentials
         (tenant_id, id, integration_id, type, name, client_id, secret_hash, last_four, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning *`,
      [
        credential.tenant_id,
        credential.id,
        credential.integration_id,
        credential.type,
        credential.name,
        credential.client_id,
        credential.secret_hash,
        credential.last_four,
        credential.scopes,
        credential.created_at,
        credential.expires_at,
      ],
    );
    return row!;
  }

  async findByClientId(tenantId: string, clientId: string): Promise<ScimCredentialRow | undefined> {
    const [row] = await this.database.query<ScimCredentialRow>(
      'select * from scim_credentials where tenant_id = $1 and client_id = $2',
      [tenantId, clientId],
    );
    return row;
  }

  /** Oldest first within an integration: ids are UUIDs v7. */
  async list(tenantId: string, integrationIds: readonly string[]): Promise<ScimCredentialRow[]> {
    return this.database.query<ScimCredentialRow>(
      `select * from scim_credentials
       where tenant_id = $1 and integration_id = any($2::uuid[])
       order by integration_id, id`,
      [tenantId, integrationIds],
    );
  }

  async lock(sql: Sql, tenantId: string, id: string): Promise<ScimCredentialRow | undefined> {
    const [row] = await sql.query<ScimCredentialRow>(
      'select * from scim_credentials where tenant_id = $1 and id = $2 for no key update',
      [tenantId, id],
    );
    return row;
  }

  async revoke(sql: Sql, tenantId: string, id: string, at: Date): Promise<ScimCredentialRow> {
    const [row] = await sql.query<ScimCredentialRow>(
      'update scim_credentials set revoked_at = $3 where tenant_id = $1 and id = $2 returning *',
      [tenantId, id, at],
    );
    return row!;
  }

  async noteRefusal(tenantId: string, id: string, at: Date): Promise<void> {
    await this.database.execute(
      'update scim_credentials set refused_at = greatest(refused_at, $3) where tenant_id = $1 and id = $2',
      [tenantId, id, at],
    );
  }

  async noteUse(tenantId: string, id: string, at: Date, sql: Sql = this.database): Promise<void> {
    await sql.execute(
      'update scim_credentials set last_used_at = greatest(last_used_at, $3) where tenant_id = $1 and id = $2',
      [tenantId, id, at],
    );
  }
}
