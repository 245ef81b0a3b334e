import { Injectable } from '@nestjs/common';
import type { PresentedPasskey } from '@rollcall/passkeys';
import { Clock, Database, mintToken, newId, type OpenChallenge, readToken } from '@rollcall/platform';
import { type OpenPersonSession, PersonSessionRepository } from './person-session.repository.js';

/** Must be longer than a challenge is valid, because the row of the session prevents a second use of the challenge. */
const SESSION_MS = 15 * 60_000;
/** Maximum number of concurrent sessions per person. */
const MAX_SESSIONS = 5;

export interface StartedPersonSession {
  /** The value of the session's cookie. */
  token: string;
  expiresAt: Date;
}

/**
 * The sessions of people at /me. They are short, and end at once if the person is deactivated or the passkey is
 * revoked.
 */
@Injectable()
export class PersonSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: PersonSessionRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined if the person is inactive, the passkey is revoked, or the challenge was used before */
  async start(passkey: PresentedPasskey, challenge: OpenChallenge): Promise<StartedPersonSession | undefined> {
    const { tenant_id, identity_id } = passkey;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    const { token, hash } = mintToken('person', tenant_id);
    const started = await this.database.transaction(async (tx) => {
      const inserted = await this.sessions.insert(tx, {
        tenant_id,
        id: newId(),
        token_hash: hash,
        challenge_hash: challenge.hash,
        identity_id,
        passkey_id: passkey.id,
        created_at: now,
        expires_at: expiresAt,
      });
      if (inserted) await this.sessions.endOldest(tx, tenant_id, identity_id, MAX_SESSIONS, now);
      return inserted;
    });
    return started ? { token, expiresAt } : undefined;
  }

  async find(token: string | undefined): Promise<OpenPersonSession | undefined> {
    const read = token === undefined ? undefined : readToken(token);
    if (read?.kind !== 'person') return undefined;
    return this.sessions.find(read.tenantId, read.hash, this.clock.now());
  }

  /** Ends a session. Does nothing if it has already ended. */
  async end(token: string | undefined): Promise<void> {
    const read = token === undefined ? undefined : readToken(token);
    if (read?.kind === 'person') await this.sessions.end(read.tenantId, read.hash, this.clock.now());
  }
}
