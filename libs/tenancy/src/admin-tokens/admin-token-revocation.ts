import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, DomainError, isId, type Tx } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminSessionRepository } from '../sessions/admin-session.repository.js';
import { AdminTokenRepository } from './admin-token.repository.js';
import type { AdminTokenRow } from './admin-token.row.js';

/** Ends admin tokens: the token, the sessions that were signed in with it, and the tokens that were created with it. */
@Injectable()
export class AdminTokenRevocation {
  constructor(
    private readonly database: Database,
    private readonly tokens: AdminTokenRepository,
    private readonly sessions: AdminSessionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Also ends the tokens created with it, because a thief may have created some with a stolen token. The caller's own token is kept,
   * because a rotation creates the new token with the old one.
   * @throws NOT_FOUND; CONFLICT if the tenant would have no OWNER left and the caller is not the root administrator
   */
  async revoke(admin: Admin, id: string, { keepCreated = false } = {}): Promise<AdminTokenRow> {
    if (!isId(id)) throw DomainError.notFound('Admin token', id);
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const owners = await this.tokens.lockOwners(tx, admin.tenantId, now);
      const family = keepCreated ? [id] : await this.tokens.familyOf(tx, admin.tenantId, id, admin.adminTokenId);
      if (!admin.root) refuseLastOwner(owners, family);
      const revoked = await this.tokens.revoke(tx, admin.tenantId, family, now);
      const record = revoked.find((token) => token.id === id);
      if (!record) throw DomainError.notFound('Admin token', id);
      await this.sessions.revokeOfAdminTokens(tx, admin.tenantId, family, now);
      for (const token of revoked) await this.record(tx, admin, token, id);
      return record;
    });
  }

  private async record(tx: Tx, admin: Admin, token: AdminTokenRow, named: string): Promise<void> {
    await this.audit.record(tx, admin, {
      action: 'admin_token.revoked',
      subject: { type: 'admin_token', id: token.id },
      detail: { name: token.name, ...(token.id !== named && { with: named }) },
    });
  }
}

function refuseLastOwner(owners: readonly AdminTokenRow[], family: readonly string[]): void {
  const left = owners.filter(({ id }) => !family.includes(id));
  if (left.length > 0 || owners.length === 0) return;
  throw DomainError.conflict('This would leave the tenant without an owner. Create another OWNER token first.');
}
