import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, type Sql } from '@rollcall/platform';
import type { AdminSessionRow } from './admin-session.row.js';

export type NewAdminSession = Omit<AdminSessionRow, 'last_used_at' | 'revoked_at'>;

/** Selects sessions that are valid at an instant, under the current root token. */
export interface SessionScope {
  tenantId: string;
  /** An administrator, by the id of their admin token. */
  of: string | 'ROOT' | 'ALL' | 'ALL_BUT_ROOT';
  rootMark: Buffer;
  at: Date;
}

/** $1 to $4: tenant, now, fingerprint of the root token, {@link SessionScope.of}. */
const IN_SCOPE = `tenant_id = $1 and kind = 'SESSION' and revoked_at is null and expires_at > $2
  and (not root or root_mark = $3)
  and ($4 = 'ALL' or ($4 = 'ROOT' and root) or ($4 = 'ALL_BUT_ROOT' and not root) or admin_token_id::text = $4)`;

const valuesOf = ({ tenantId, at, rootMark, of }: SessionScope) => [tenantId, at, rootMark, of];

/** Sessions and the one-use sign-in links that start them: same table, distinguished by `kind` in every statement. */
@Injectable()
export class AdminSessionRepository {
  constructor(private readonly database: Database) {}

  /** @returns false if the session's admin token is no longer valid; checked under a lock, so that a revocation comes before or after it */
  async insert(sql: Sql, session: NewAdminSession): Promise<boolean> {
    const inserted = await sql.execute(
      `with holder as (
         select id from admin_tokens
         where tenant_id = $1 and id = $4 and revoked_at is null and (expires_at is null or expires_at > $9) for share
       )
       insert into admin_sessions
         (tenant_id, id, token_hash, admin_token_id, name, role, root, kind, created_at, expires_at, user_agent, root_mark,
          admin_passkey_id)
       select $1::uuid, $2::uuid, $3::bytea, $4::uuid, $5, $6, $7::boolean, $8, $9::timestamptz, $10::timestamptz, $11,
         $12::bytea, $13::uuid
       where $4::uuid is null or exists (select 1 from holder)`,
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
        session.root_mark,
        session.admin_passkey_id,
      ],
    );
    return inserted === 1;
  }

  /** Only one of several concurrent callers gets the row. */
  async spendLink(
    sql: Sql,
    tenantId: string,
    hash: Buffer,
    rootMark: Buffer,
    at: Date,
  ): Promise<AdminSessionRow | undefined> {
    const [row] = await sql.query<AdminSessionRow>(
      `update admin_sessions set revoked_at = $4, last_used_at = $4
       where tenant_id = $1 and token_hash = $2 and kind = 'SIGN_IN_LINK' and revoked_at is null and expires_at > $4
         and root_mark = $3
       returning *`,
      [tenantId, hash, rootMark, at],
    );
    return row;
  }

  async findAlive(tenantId: string, hash: Buffer, rootMark: Buffer, at: Date): Promise<AdminSessionRow | undefined> {
    const [row] = await this.database.query<AdminSessionRow>(
      `select * from admin_sessions
       where tenant_id = $1 and token_hash = $2 and kind = 'SESSION' and revoked_at is null and expires_at > $4
         and (not root or root_mark = $3)`,
      [tenantId, hash, rootMark, at],
    );
    return row;
  }

  /** Newest first: ids are UUIDs v7, so their order is that of creation. */
  async list(scope: SessionScope, { id, beyond, order, limit }: IdSlice): Promise<AdminSessionRow[]> {
    return this.database.query<AdminSessionRow>(
      `select * from admin_sessions where ${IN_SCOPE} and ($5::uuid is null or id ${beyond} $5) order by id ${order} limit $6`,
      [...valuesOf(scope), id, limit],
    );
  }

  async count(scope: SessionScope): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from admin_sessions where ${IN_SCOPE}`,
      valuesOf(scope),
    );
    return row!.count;
  }

  /** Ends one session of the scope, or all except one, or those that a passkey started. @returns the ended sessions */
  async end(
    sql: Sql,
    scope: SessionScope,
    which: { only?: string; except?: string | undefined; byPasskey?: string },
  ): Promise<AdminSessionRow[]> {
    return sql.query<AdminSessionRow>(
      `update admin_sessions set revoked_at = $2
       where ${IN_SCOPE} and ($5::uuid is null or id = $5) and ($6::uuid is null or id <> $6)
         and ($7::uuid is null or admin_passkey_id = $7)
       returning *`,
      [...valuesOf(scope), which.only ?? null, which.except ?? null, which.byPasskey ?? null],
    );
  }

  async revoke(sql: Sql, tenantId: string, hash: Buffer, at: Date): Promise<AdminSessionRow | undefined> {
    const [row] = await sql.query<AdminSessionRow>(
      `update admin_sessions set revoked_at = $3
       where tenant_id = $1 and token_hash = $2 and kind = 'SESSION' and revoked_at is null returning *`,
      [tenantId, hash, at],
    );
    return row;
  }

  async revokeOfAdminTokens(sql: Sql, tenantId: string, adminTokenIds: readonly string[], at: Date): Promise<void> {
    await sql.execute(
      `update admin_sessions set revoked_at = $3
       where tenant_id = $1 and admin_token_id = any ($2::uuid[]) and revoked_at is null`,
      [tenantId, adminTokenIds, at],
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
