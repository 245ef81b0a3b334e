import { Injectable } from '@nestjs/common';
import { Database, DomainError, readToken } from '@rollcall/platform';
import { RootToken } from '../access/root-token.js';
import { AdminTokenService } from '../admin-tokens/admin-token.service.js';
import { DEFAULT_TENANT_ID } from '../tenants/default-tenant.js';
import { rootHolder, type SessionHolder } from '../sessions/session-holder.js';
import { type StartedSession, SessionStarter } from '../sessions/session-starter.js';
import { SignInLinks } from './sign-in-links.js';

/** Signing in to the console by a one-use link, an admin token or the root token. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly links: SignInLinks,
    private readonly adminTokens: AdminTokenService,
    private readonly root: RootToken,
    private readonly starter: SessionStarter,
  ) {}

  /** @throws UNAUTHENTICATED when the link was used or has expired, or the admin token is not valid */
  async signIn(token: string, userAgent: string | undefined): Promise<StartedSession> {
    const secret = token.trim();
    const known = await this.holderOf(secret);
    const link = readToken(secret);
    if (!known && link?.kind !== 'session') throw refusal();
    return this.database.transaction(async (tx) => {
      const holder = known ?? (await this.links.spend(tx, link!));
      const session = holder && (await this.starter.start(tx, holder, { userAgent }));
      if (!session) throw refusal();
      return session;
    });
  }

  /** The owner of the root token or of an admin token. Must not run within a transaction, where it would wait for a second connection. */
  private async holderOf(token: string): Promise<SessionHolder | undefined> {
    if (this.root.is(token)) return rootHolder(DEFAULT_TENANT_ID);
    const record = await this.adminTokens.findAlive(token);
    if (!record) return undefined;
    const { tenant_id: tenantId, id: adminTokenId, name, role, expires_at: until } = record;
    return { tenantId, name, role, root: false, adminTokenId, until };
  }
}

function refusal(): DomainError {
  return DomainError.unauthenticated('This link or token is unknown, used, expired or revoked.');
}
