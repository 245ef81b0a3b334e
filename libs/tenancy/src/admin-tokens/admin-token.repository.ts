import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { AdminTokenRow } from './admin-token.row.js';

export type NewAdminToken = Omit<AdminTokenRow, 'last_used_at' | 'revoked_at'>;

@Injectable()
export class AdminTokenRepository {
  constructor(private readonly database: Database) {}

  async insert(sql: Sql, token: NewAdminToken): Promise<AdminTokenRow> {
    const [row] = await sql.query<AdminTokenRow>(
      `insert into admin_tokens (tenant_id, id, name, role, token_hash, last_four, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning *`,
      [
        token.tenant_id,
        token.id,
        token.name,
        token.role,
        token.token_hash,
        token.last_four,
        token.created_at,
        token.expires_at,
      ],
    );
    return row!;
  }

  async findByHash(tenantId: string, hash: Buffer): Promise<AdminTokenRow | undefined> {
    const [row] = await this.database.query<AdminTokenRow>(
      'select * from admin_tokens where tenant_id = $1 and token_hash = $2',
      [tenantId, hash],
    );
    return row;
  }

  /** Newest first: ids are UUIDs v7, so their order is that of creation. */
  async list(tenantId: string, before: string | null, limit: number): Promise<AdminTokenRow[]> {
    return this.database.query<AdminTokenRow>(
      `select * from admin_tokens
       where tenant_id = $1 and ($2::uuid is null or id < $2)
       order by id desc limit $3`,
      [tenantId, before, limit],
    );
  }

  async count(tenantId: string): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      'select count(*) as count from admin_tokens where tenant_id = $1',
      [tenantId],
    );
    return Number(row!.count);
  }

  /** The first revocation stands. */
  async revoke(sql: Sql, tenantId: string, id: string, at: Date): Promise<AdminTokenRow | undefined> {
    const [row] = await sql.query<AdminTokenRow>(
      `update admin_tokens set revoked_at = coalesce(revoked_at, $3)
       where tenant_id = $1 and id = $2 returning *`,
      [tenantId, id, at],
    );
    return row;
  }

  async noteUse(tenantId: string, id: string, at: Date): Promise<void> {
    await this.database.execute(
      `update admin_tokens set last_used_at = greatest(last_used_at, $3) where tenant_id = $1 and id = $2`,
      [tenantId, id, at],
    );
  }
}
