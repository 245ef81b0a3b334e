import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, mintToken, newId, type Tx } from '@rollcall/platform';
import type { AdminRole } from '../access/admin-role.js';
import { RootToken } from '../access/root-token.js';
import { AdminSessionRepository } from './admin-session.repository.js';
import type { SessionHolder } from './session-holder.js';

const SESSION_MS = 12 * 60 * 60 * 1000;
/** Characters of a User-Agent worth keeping. */
const USER_AGENT_LENGTH = 300;

export interface StartedSession {
  /** Value of the session cookie. */
  token: string;
  expiresAt: Date;
  name: string;
  role: AdminRole;
}

/** Passkey and browser that started a session. */
export interface SessionOrigin {
  userAgent: string | undefined;
  passkey?: { id: string; name: string };
}

@Injectable()
export class SessionStarter {
  constructor(
    private readonly sessions: AdminSessionRepository,
    private readonly root: RootToken,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined when the holder's admin token has ended */
  async start(tx: Tx, holder: SessionHolder, origin: SessionOrigin): Promise<StartedSession | undefined> {
    const now = this.clock.now();
    const longest = new Date(now.getTime() + SESSION_MS);
    const expiresAt = holder.until !== null && holder.until < longest ? holder.until : longest;
    const { token, hash } = mintToken('session', holder.tenantId);
    const id = newId();
    await this.sessions.deleteExpired(tx, holder.tenantId, now);
    const inserted = await this.sessions.insert(tx, {
      tenant_id: holder.tenantId,
      id,
      token_hash: hash,
      admin_token_id: holder.adminTokenId,
      name: holder.name,
      role: holder.role,
      root: holder.root,
      kind: 'SESSION',
      created_at: now,
      expires_at: expiresAt,
      user_agent: origin.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
      root_mark: holder.root ? this.root.fingerprint : null,
      admin_passkey_id: origin.passkey?.id ?? null,
    });
    if (!inserted) return undefined;
    const actor = { type: 'SESSION', id, name: holder.name } as const;
    await this.audit.record(
      tx,
      { tenantId: holder.tenantId, actor },
      { action: 'session.started', ...(origin.passkey && { detail: { passkey: origin.passkey.name } }) },
    );
    return { token, expiresAt, name: holder.name, role: holder.role };
  }
}
