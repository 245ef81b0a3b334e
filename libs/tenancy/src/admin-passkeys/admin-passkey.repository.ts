import { Injectable } from '@nestjs/common';
import { Database, type IdSlice, type Sql } from '@rollcall/platform';
import type { AdminRole } from '../access/admin-role.js';
import type { AdminPasskeyRow } from './admin-passkey.row.js';

export type NewAdminPasskey = Omit<AdminPasskeyRow, 'last_used_at'>;

/** An administrator: the id of their admin token, or null for the root administrator, whose token has this fingerprint. */
export interface PasskeyOwnerKey {
  tenantId: string;
  adminTokenId: string | null;
  rootMark: Buffer;
}

/** A passkey of an administrator whose token is valid, with fields of that token; they are null for the root administrator. */
export type UsablePasskey = AdminPasskeyRow & {
  owner_name: string | null;
  owner_role: AdminRole | null;
  owner_expires_at: Date | null;
};

/** $1 to $3: tenant, admin token, fingerprint of the root token. */
const OWNED = `tenant_id = $1 and (admin_token_id = $2 or ($2::uuid is null and root_mark = $3))`;

const valuesOf = ({ tenantId, adminTokenId, rootMark }: PasskeyOwnerKey) => [tenantId, adminTokenId, rootMark];

@Injectable()
export class AdminPasskeyRepository {
  constructor(private readonly database: Database) {}

  async insert(sql: Sql, row: NewAdminPasskey): Promise<AdminPasskeyRow> {
    const [inserted] = await sql.query<AdminPasskeyRow>(
      `insert into admin_passkeys
         (tenant_id, id, admin_token_id, root_mark, name, credential_id, public_key, sign_count, transports, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *`,
      [
        row.tenant_id,
        row.id,
        row.admin_token_id,
        row.root_mark,
        row.name,
        row.credential_id,
        row.public_key,
        row.sign_count,
        row.transports,
        row.created_at,
      ],
    );
    return inserted!;
  }

  /** Newest first: ids are UUIDs v7, so their order is that of creation. */
  async list(owner: PasskeyOwnerKey, { id, beyond, order, limit }: IdSlice, sql: Sql = this.database) {
    return sql.query<AdminPasskeyRow>(
      `select * from admin_passkeys where ${OWNED} and ($4::uuid is null or id ${beyond} $4) order by id ${order} limit $5`,
      [...valuesOf(owner), id, limit],
    );
  }

  async count(owner: PasskeyOwnerKey): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from admin_passkeys where ${OWNED}`,
      valuesOf(owner),
    );
    return row!.count;
  }

  async findUsable(
    tenantId: string,
    credentialId: string,
    rootMark: Buffer,
    at: Date,
  ): Promise<UsablePasskey | undefined> {
    const [row] = await this.database.query<UsablePasskey>(
      `select p.*, t.name as owner_name, t.role as owner_role, t.expires_at as owner_expires_at
       from admin_passkeys p left join admin_tokens t on t.tenant_id = p.tenant_id and t.id = p.admin_token_id
       where p.tenant_id = $1 and p.credential_id = $2
         and (p.root_mark = $3 or (t.revoked_at is null and (t.expires_at is null or t.expires_at > $4) and t.id is not null))`,
      [tenantId, credentialId, rootMark, at],
    );
    return row;
  }

  /** @returns false when the passkey was deleted, or its stored sign count is not lower (0 means that the authenticator does not count) */
  async noteUse(sql: Sql, { tenant_id, id }: AdminPasskeyRow, signCount: string, at: Date): Promise<boolean> {
    const updated = await sql.execute(
      `update admin_passkeys set sign_count = $3, last_used_at = $4
       where tenant_id = $1 and id = $2 and (sign_count < $3 or (sign_count = 0 and $3 = 0))`,
      [tenant_id, id, signCount, at],
    );
    return updated === 1;
  }

  async remove(sql: Sql, owner: PasskeyOwnerKey, id: string): Promise<AdminPasskeyRow | undefined> {
    const [row] = await sql.query<AdminPasskeyRow>(
      `delete from admin_passkeys where ${OWNED} and id = $4 returning *`,
      [...valuesOf(owner), id],
    );
    return row;
  }

  /** Removes passkeys of previous root tokens. */
  async removeOutdatedRoot(sql: Sql, tenantId: string, rootMark: Buffer): Promise<void> {
    await sql.execute('delete from admin_passkeys where tenant_id = $1 and root_mark <> $2', [tenantId, rootMark]);
  }
}
