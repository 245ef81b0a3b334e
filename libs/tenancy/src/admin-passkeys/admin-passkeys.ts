import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Database,
  DomainError,
  encodeCursor,
  idSliceOf,
  isId,
  type Page,
  type PageRequest,
  type Sql,
  type StoredCredential,
  toPage,
  type Tx,
} from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { RootToken } from '../access/root-token.js';
import { AdminSessions } from '../sessions/admin-sessions.js';
import { AdminPasskeyRepository, type PasskeyOwnerKey } from './admin-passkey.repository.js';
import type { AdminPasskeyRow } from './admin-passkey.row.js';

const MAX_PASSKEYS = 20;

/** The passkeys of an administrator: they belong to an admin token or to the root token and end with it. */
@Injectable()
export class AdminPasskeys {
  constructor(
    private readonly database: Database,
    private readonly passkeys: AdminPasskeyRepository,
    private readonly sessions: AdminSessions,
    private readonly root: RootToken,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The caller's passkeys, newest first. */
  async list(admin: Admin, page: PageRequest): Promise<Page<AdminPasskeyRow>> {
    const owner = this.ownerOf(admin);
    const rows = await this.passkeys.list(owner, idSliceOf(page, 'desc'));
    return toPage(
      rows,
      page,
      () => this.passkeys.count(owner),
      ({ id }) => encodeCursor([id]),
    );
  }

  /** @returns the existing passkeys. @throws CONFLICT when the maximum is reached */
  async requireRoom(sql: Sql, admin: Admin): Promise<AdminPasskeyRow[]> {
    const known = await this.passkeys.list(this.ownerOf(admin), idSliceOf({ first: MAX_PASSKEYS }, 'desc'), sql);
    if (known.length >= MAX_PASSKEYS)
      throw DomainError.conflict(`You have ${MAX_PASSKEYS} passkeys. Remove one first.`);
    return known;
  }

  async add(tx: Tx, admin: Admin, made: StoredCredential & { id: string; name: string }): Promise<AdminPasskeyRow> {
    const { tenantId, adminTokenId, rootMark } = this.ownerOf(admin);
    if (admin.root) await this.passkeys.removeOutdatedRoot(tx, tenantId, rootMark);
    const row = await this.passkeys.insert(tx, {
      ...made,
      tenant_id: tenantId,
      admin_token_id: adminTokenId,
      root_mark: adminTokenId === null ? rootMark : null,
      created_at: this.clock.now(),
    });
    await this.audit.record(tx, admin, {
      action: 'admin_passkey.added',
      subject: { type: 'admin_passkey', id: row.id },
      detail: { name: row.name },
    });
    return row;
  }

  /** Also ends the sessions that the passkey started, except the caller's session. @throws NOT_FOUND */
  async remove(admin: Admin, id: string): Promise<AdminPasskeyRow> {
    if (!isId(id)) throw DomainError.notFound('Passkey', id);
    return this.database.transaction(async (tx) => {
      const removed = await this.passkeys.remove(tx, this.ownerOf(admin), id);
      if (!removed) throw DomainError.notFound('Passkey', id);
      const sessions = await this.sessions.endByPasskey(tx, admin, id);
      await this.audit.record(tx, admin, {
        action: 'admin_passkey.removed',
        subject: { type: 'admin_passkey', id },
        detail: { name: removed.name, sessions },
      });
      return removed;
    });
  }

  private ownerOf({ tenantId, adminTokenId }: Admin): PasskeyOwnerKey {
    return { tenantId, adminTokenId, rootMark: this.root.fingerprint };
  }
}
