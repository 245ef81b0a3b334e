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
  readToken,
  toPage,
  type Tx,
} from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole, isAtLeast } from '../access/admin-role.js';
import { RootToken } from '../access/root-token.js';
import { AdminSessionRepository, type SessionScope } from './admin-session.repository.js';
import type { AdminSessionRow } from './admin-session.row.js';

/** Sessions visible to administrators: their own, or for an OWNER all of the tenant. */
@Injectable()
export class AdminSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: AdminSessionRepository,
    private readonly root: RootToken,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @throws FORBIDDEN when all are requested without the role OWNER */
  async list(admin: Admin, all: boolean, page: PageRequest): Promise<Page<AdminSessionRow>> {
    if (all && !isOwner(admin)) throw DomainError.forbidden('Sessions of others are for the role OWNER.');
    const scope = this.scopeOf(admin, all);
    const rows = await this.sessions.list(scope, idSliceOf(page, 'desc'));
    return toPage(
      rows,
      page,
      () => this.sessions.count(scope),
      ({ id }) => encodeCursor([id]),
    );
  }

  /** Ends one of the caller's sessions; an OWNER may end any administrator's, except the root administrator's. @throws NOT_FOUND */
  async end(admin: Admin, id: string): Promise<AdminSessionRow> {
    if (!isId(id)) throw DomainError.notFound('Session', id);
    return this.database.transaction(async (tx) => {
      const [ended] = await this.sessions.end(tx, this.endableBy(admin), { only: id });
      if (!ended) throw DomainError.notFound('Session', id);
      await this.audit.record(tx, admin, {
        action: 'session.ended',
        subject: { type: 'session', id },
        detail: { name: ended.name },
      });
      return ended;
    });
  }

  /** Ends the caller's other sessions. @returns the number of ended sessions */
  async endOthers(admin: Admin): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ended = await this.sessions.end(tx, this.scopeOf(admin, false), { except: sessionIdOf(admin) });
      if (ended.length === 0) return 0;
      await this.audit.record(tx, admin, { action: 'session.others_ended', detail: { sessions: ended.length } });
      return ended.length;
    });
  }

  /** Ends the caller's other sessions that a passkey started. @returns the number of ended sessions */
  async endByPasskey(tx: Tx, admin: Admin, passkeyId: string): Promise<number> {
    const which = { byPasskey: passkeyId, except: sessionIdOf(admin) };
    return (await this.sessions.end(tx, this.scopeOf(admin, false), which)).length;
  }

  /** Ends the session of a cookie; ending one twice is no error. */
  async signOut(token: string): Promise<void> {
    const read = readToken(token);
    if (read?.kind !== 'session') return;
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.revoke(tx, read.tenantId, read.hash, this.clock.now());
      if (!session) return;
      const actor = { type: 'SESSION', id: session.id, name: session.name } as const;
      await this.audit.record(tx, { tenantId: read.tenantId, actor }, { action: 'session.ended' });
    });
  }

  private endableBy(admin: Admin): SessionScope {
    const scope = this.scopeOf(admin, isOwner(admin));
    return scope.of === 'ALL' && !admin.root ? { ...scope, of: 'ALL_BUT_ROOT' } : scope;
  }

  private scopeOf({ tenantId, adminTokenId }: Admin, all: boolean): SessionScope {
    return {
      tenantId,
      of: all ? 'ALL' : (adminTokenId ?? 'ROOT'),
      rootMark: this.root.fingerprint,
      at: this.clock.now(),
    };
  }
}

/** The session of a request; undefined for a request with a token. */
export function sessionIdOf({ actor }: Admin): string | undefined {
  return actor.type === 'SESSION' ? actor.id : undefined;
}

function isOwner({ role }: Admin): boolean {
  return isAtLeast(role, AdminRole.OWNER);
}
