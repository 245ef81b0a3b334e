import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { AdminSessionRow } from './admin-session.row.js';

export type NewAdminSession = Omit<AdminSessionRow, 'last_used_at' | 'revoked_at'>;

/** Sessions and the one-use sign-in links that start them: same table, told apart by `kind` in every statement. */
@Injectable()
export class AdminSessionRepository {
  constructor(private readonly database: Database) {}

  async insert(sql: Sql, session: NewAdminSession): Promise<void> {
    await sql.execute(
      `insert into admin_sessions
         (tenant_id, id, token_hash, admin_token_id, name, role, root, kind, created_at, expires_at, user_agent)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        session.tenant_id,
        session.id,
        session.token_hash,
        session.admin_token_id,
        session.name,
        session.role,
        session.root,
        session.kind,
        session.created_at,
        session.expires_at,
        session.user_agent,
      ],
    );
  }

  /** Only one of several concurrent callers gets the row. */
  async spendLink(sql: Sql, tenantId: string, hash: Buffer, at: Date): Promise<AdminSessionRow | undefined> {
    const [row] = await sql.query<AdminSessionRow>(
      `update admin_sessions set revoked_at = $3, last_used_at = $3
       where tenant_id = $1 and token_hash = $2 and kind = 'SIGN_IN_LINK' and revoked_at is null and expires_at > $3
       returning *`,
      [tenantId, hash, at],
    );
    return row;
  }

  async findAlive(tenantId: string, hash: Buffer, at: Date): Promise<AdminSessionRow | undefined> {
    const [row] = await this.database.query<AdminSessionRow>(
      `select * from admin_sessions
       where tenant_id = $1 and token_hash = $2 and kind = 'SESSION' and revoked_at is null and expires_at > $3`,
      [tenantId, hash, at],
    );
    return row;
  }

  async revoke(sql: Sql, tenantId: string, hash: Buffer, at: Date): Promise<AdminSessionRow | undefined> {
    const [row] = await sql.query<AdminSessionRow>(
      `update admin_sessions set revoked_at = $3
       where tenant_id = $1 and token_hash = $2 and kind = 'SESSION' and revoked_at is null returning *`,
      [tenantId, hash, at],
    );
    return row;
  }

  async revokeOfAdminToken(sql: Sql, tenantId: string, adminTokenId: string, at: Date): Promise<void> {
    await sql.execute(
      `update admin_sessions set revoked_at = $3
       where tenant_id = $1 and admin_token_id = $2 and revoked_at is null`,
      [tenantId, adminTokenId, at],
    );
  }

  async deleteExpired(sql: Sql, tenantId: string, at: Date): Promise<void> {
    await sql.execute('delete from admin_sessions where tenant_id = $1 and expires_at <= $2', [tenantId, at]);
  }

  async noteUse(tenantId: string, id: string, at: Date): Promise<void> {
    await this.database.execute(
      `update admin_sessions set last_used_at = greatest(last_used_at, $3) where tenant_id = $1 and id = $2`,
      [tenantId, id, at],
    );
  }
}
