import { Injectable } from '@nestjs/common';
import { Clock, readToken } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { RootToken } from '../access/root-token.js';
import { BackgroundWrites } from '../usage/background-writes.js';
import { isLastUseStale } from '../usage/last-use.js';
import { AdminSessionRepository } from './admin-session.repository.js';

@Injectable()
export class SessionVerifier {
  constructor(
    private readonly sessions: AdminSessionRepository,
    private readonly root: RootToken,
    private readonly clock: Clock,
    private readonly writes: BackgroundWrites,
  ) {}

  /** The administrator of a session; undefined when its token is malformed or unknown, or the session has ended. */
  async verify(token: string): Promise<Admin | undefined> {
    const read = readToken(token);
    if (read?.kind !== 'session') return undefined;
    const now = this.clock.now();
    const session = await this.sessions.findAlive(read.tenantId, read.hash, this.root.fingerprint, now);
    if (!session) return undefined;
    const { tenant_id: tenantId, id, name, role, root, admin_token_id: adminTokenId } = session;
    if (isLastUseStale(session.last_used_at, now)) {
      this.writes.start(`admin_sessions.last_used_at ${id}`, () => this.sessions.noteUse(tenantId, id, now));
    }
    return { tenantId, actor: { type: 'SESSION', id, name }, role, root, adminTokenId };
  }
}
