import { Injectable } from '@nestjs/common';
import { AppConfig, Clock, Database, mintToken, newId, type ReadToken, type Tx } from '@rollcall/platform';
import { AdminRole } from '../access/admin-role.js';
import { ROOT_NAME } from '../access/root-admin.js';
import { RootToken } from '../access/root-token.js';
import { DEFAULT_TENANT_ID } from '../tenants/default-tenant.js';
import { AdminSessionRepository } from '../sessions/admin-session.repository.js';
import { rootHolder, type SessionHolder } from '../sessions/session-holder.js';

const SIGN_IN_LINK_MS = 10 * 60 * 1000;

export interface SignInLink {
  /** The token is in the fragment: it reaches no log, proxy or Referer, and a prefetch cannot use it up. */
  url: string;
  expiresAt: Date;
}

@Injectable()
export class SignInLinks {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly sessions: AdminSessionRepository,
    private readonly root: RootToken,
    private readonly clock: Clock,
  ) {}

  /** A link that starts one root session of the default tenant; valid for 10 minutes and under the current root token. */
  async create(): Promise<SignInLink> {
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
      root_mark: this.root.fingerprint,
      admin_passkey_id: null,
    });
    return { url: `${this.config.publicUrl}/sign-in#token=${token}`, expiresAt };
  }

  /** @returns the owner of the new session; undefined if the link was used, has expired or is not a sign-in link */
  async spend(tx: Tx, link: ReadToken): Promise<SessionHolder | undefined> {
    if (link.kind !== 'session') return undefined;
    const spent = await this.sessions.spendLink(tx, link.tenantId, link.hash, this.root.fingerprint, this.clock.now());
    return spent && rootHolder(spent.tenant_id);
  }
}
