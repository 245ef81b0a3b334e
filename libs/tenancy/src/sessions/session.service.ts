import { Injectable } from '@nestjs/common';
import {
  AppConfig,
  AuditTrail,
  Clock,
  Database,
  DomainError,
  mintToken,
  newId,
  readToken,
  type ReadToken,
  sameSecret,
  type Tx,
} from '@rollcall/platform';
import { AdminRole } from '../access/admin-role.js';
import { ROOT_NAME } from '../access/root-admin.js';
import { AdminTokenService } from '../admin-tokens/admin-token.service.js';
import { DEFAULT_TENANT_ID } from '../tenants/default-tenant.js';
import { AdminSessionRepository } from './admin-session.repository.js';

const SESSION_MS = 12 * 60 * 60 * 1000;
const SIGN_IN_LINK_MS = 10 * 60 * 1000;
/** Characters of a User-Agent worth keeping. */
const USER_AGENT_LENGTH = 300;

export interface SignInLink {
  /** The token sits in the fragment: it reaches no log, proxy or Referer, and no prefetch can spend it. */
  url: string;
  expiresAt: Date;
}

export interface StartedSession {
  /** Value of the session cookie. */
  token: string;
  expiresAt: Date;
  name: string;
  role: AdminRole;
}

interface Holder {
  tenantId: string;
  name: string;
  role: AdminRole;
  root: boolean;
  adminTokenId: string | null;
  /** When what they signed in with ends by itself. */
  until: Date | null;
}

/** The console's sessions: 12 hours, started by a one-use link, an admin token or the root token. */
@Injectable()
export class SessionService {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly sessions: AdminSessionRepository,
    private readonly adminTokens: AdminTokenService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A link that signs in one root session of the default tenant, within 10 minutes. */
  async createSignInLink(): Promise<SignInLink> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_MS);
    const { token, hash } = mintToken('session', DEFAULT_TENANT_ID);
    await this.sessions.insert(this.database, {
      tenant_id: DEFAULT_TENANT_ID,
      id: newId(),
      token_hash: hash,
      admin_token_id: null,
      name: ROOT_NAME,
      role: AdminRole.OWNER,
      root: true,
      kind: 'SIGN_IN_LINK',
      created_at: now,
      expires_at: expiresAt,
      user_agent: null,
    });
    return { url: `${this.config.publicUrl}/sign-in#token=${token}`, expiresAt };
  }

  /** @throws UNAUTHENTICATED when the link was used or has expired, or the admin token is not alive */
  async signIn(token: string, userAgent: string | undefined): Promise<StartedSession> {
    const secret = token.trim();
    const known = await this.holderOf(secret);
    const link = readToken(secret);
    if (!known && link?.kind !== 'session') throw refusal();
    return this.database.transaction(async (tx) => {
      const holder = known ?? (await this.spend(tx, link!));
      if (!holder) throw refusal();
      return this.start(tx, holder, userAgent);
    });
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

  /** Whoever the root token or an admin token speaks for. Not within a transaction: it would wait for a second connection. */
  private async holderOf(token: string): Promise<Holder | undefined> {
    if (sameSecret(token, this.config.adminToken)) return rootHolder(DEFAULT_TENANT_ID);
    const record = await this.adminTokens.findAlive(token);
    if (!record) return undefined;
    const { tenant_id: tenantId, id: adminTokenId, name, role, expires_at: until } = record;
    return { tenantId, name, role, root: false, adminTokenId, until };
  }

  private async spend(tx: Tx, link: ReadToken): Promise<Holder | undefined> {
    const spent = await this.sessions.spendLink(tx, link.tenantId, link.hash, this.clock.now());
    return spent && rootHolder(spent.tenant_id);
  }

  private async start(tx: Tx, holder: Holder, userAgent: string | undefined): Promise<StartedSession> {
    const now = this.clock.now();
    const longest = new Date(now.getTime() + SESSION_MS);
    const expiresAt = holder.until !== null && holder.until < longest ? holder.until : longest;
    const { token, hash } = mintToken('session', holder.tenantId);
    const id = newId();
    await this.sessions.deleteExpired(tx, holder.tenantId, now);
    await this.sessions.insert(tx, {
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
      user_agent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    });
    const actor = { type: 'SESSION', id, name: holder.name } as const;
    await this.audit.record(tx, { tenantId: holder.tenantId, actor }, { action: 'session.started' });
    return { token, expiresAt, name: holder.name, role: holder.role };
  }
}

function refusal(): DomainError {
  return DomainError.unauthenticated('This link or token is unknown, used, expired or revoked.');
}

function rootHolder(tenantId: string): Holder {
  return { tenantId, name: ROOT_NAME, role: AdminRole.OWNER, root: true, adminTokenId: null, until: null };
}
