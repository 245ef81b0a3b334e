import { Injectable } from '@nestjs/common';
import { Clock, Database, type OpenChallenge } from '@rollcall/platform';
import { rootHolder, type SessionHolder } from '../sessions/session-holder.js';
import { type StartedSession, SessionStarter } from '../sessions/session-starter.js';
import { AdminPasskeyRepository, type UsablePasskey } from './admin-passkey.repository.js';
import { SpentChallengeRepository } from './spent-challenge.repository.js';

/** Data of a verified assertion that must be stored. */
export interface Assertion {
  signCount: string;
  challenge: OpenChallenge;
  userAgent: string | undefined;
}

/**
 * Turns an assertion into a session, once: marks the challenge as used, stores the sign count and starts the session in one transaction.
 */
@Injectable()
export class PasskeySessions {
  constructor(
    private readonly database: Database,
    private readonly passkeys: AdminPasskeyRepository,
    private readonly spent: SpentChallengeRepository,
    private readonly starter: SessionStarter,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined when the challenge was used before, or the passkey or its administrator no longer exists */
  async start(
    passkey: UsablePasskey,
    { signCount, challenge, userAgent }: Assertion,
  ): Promise<StartedSession | undefined> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.spent.spend(tx, passkey.tenant_id, challenge, now))) return undefined;
      if (!(await this.passkeys.noteUse(tx, passkey, signCount, now))) return undefined;
      return this.starter.start(tx, holderOf(passkey), { userAgent, passkey });
    });
  }
}

function holderOf(passkey: UsablePasskey): SessionHolder {
  const { tenant_id: tenantId, admin_token_id: adminTokenId, owner_name: name, owner_role: role } = passkey;
  if (name === null || role === null) return rootHolder(tenantId);
  return { tenantId, name, role, root: false, adminTokenId, until: passkey.owner_expires_at };
}
