import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, type Sql } from '@rollcall/platform';
import { AdminRole } from '../access/admin-role.js';
import type { AdminTokenRow } from './admin-token.row.js';

/** $3: now. */
const ALIVE = 'revoked_at is null and (expires_at is null or expires_at > $3)';

export type NewAdminToken = Omit<AdminTokenRow, 'last_used_at' | 'revoked_at'>;

@Injectable()
export class AdminTokenRepository {
  constructor(private readonly database: Database) {}

  async insert(sql: Sql, token: NewAdminToken): Promise<AdminTokenRow> {
    const [row] = await sql.query<AdminTokenRow>(
      `insert into admin_tokens (tenant_id, id, name, role, token_hash, last_four, created_at, expires_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *`,
      [
        token.tenant_id,
        token.id,
        token.name,
        token.role,
        token.token_hash,
        token.last_four,
        token.created_at,
        token.expires_at,
        token.created_by,
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
  async list(tenantId: string, { id, beyond, order, limit }: IdSlice): Promise<AdminTokenRow[]> {
    return this.database.query<AdminTokenRow>(
      `select * from admin_tokens
       where tenant_id = $1 and ($2::uuid is null or id ${beyond} $2)
       order by id ${order} limit $3`,
      [tenantId, id, limit],
    );
  }

  async count(tenantId: string): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      'select count(*) as count from admin_tokens where tenant_id = $1',
      [tenantId],
    );
    return Number(row!.count);
  }

  /** Locks a valid token against revocation until the end of the transaction. */
  async lockAlive(tx: Sql, tenantId: string, id: string, at: Date): Promise<AdminTokenRow | undefined> {
    const [row] = await tx.query<AdminTokenRow>(
      `select * from admin_tokens where tenant_id = $1 and id = $2 and ${ALIVE} for share`,
      [tenantId, id, at],
    );
    return row;
  }

  /** Locks the valid OWNER tokens of a tenant, in the order of their ids. */
  async lockOwners(tx: Sql, tenantId: string, at: Date): Promise<AdminTokenRow[]> {
    return tx.query<AdminTokenRow>(
      `select * from admin_tokens where tenant_id = $1 and role = $2 and ${ALIVE} order by id for update`,
      [tenantId, AdminRole.OWNER, at],
    );
  }

  /** Ids of a token and of the tokens created with it, directly or not; without `except` and the tokens created with that one. */
  async familyOf(tx: Sql, tenantId: string, id: string, except: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with recursive family as (
         select id from admin_tokens where tenant_id = $1 and id = $2
         union
         select t.id from admin_tokens t join family f on t.created_by = f.id
         where t.tenant_id = $1 and t.id is distinct from $3::uuid
       )
       select id from family`,
      [tenantId, id, except],
    );
    return rows.map((row) => row.id);
  }

  /** A token keeps the time of its first revocation. */
  async revoke(tx: Sql, tenantId: string, ids: readonly string[], at: Date): Promise<AdminTokenRow[]> {
    return tx.query<AdminTokenRow>(
      `update admin_tokens set revoked_at = coalesce(revoked_at, $3)
       where tenant_id = $1 and id = any ($2::uuid[]) returning *`,
      [tenantId, ids, at],
    );
  }

  async noteUse(tenantId: string, id: string, at: Date): Promise<void> {
    await this.database.execute(
      `update admin_tokens set last_used_at = greatest(last_used_at, $3) where tenant_id = $1 and id = $2`,
      [tenantId, id, at],
    );
  }
}
