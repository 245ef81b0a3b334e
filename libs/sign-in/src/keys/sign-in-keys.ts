import type { JsonWebKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { Clock, DomainError, type Tx } from '@rollcall/platform';
import { type KeyPhase, keyPhases, nextPhaseChange, PUBLISHED_AHEAD_MS } from './key-phases.js';
import { makeSigningKey, type SigningKey } from './make-signing-key.js';
import { SignInKeyRepository } from './sign-in-key.repository.js';

export interface PublishedKey {
  kid: string;
  phase: KeyPhase;
  createdAt: Date;
  signsAt: Date;
}

/**
 * The keys that sign ID tokens. In a rotation, a new key is first published and starts to sign later. The previous key
 * stays published until its tokens have expired.
 */
@Injectable()
export class SignInKeys {
  constructor(
    private readonly repository: SignInKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** Generates a key. This takes about 100 ms of CPU, so call it outside of a transaction. */
  make(): Promise<SigningKey> {
    return makeSigningKey();
  }

  /** Stores the first key of an integration. Does nothing if the integration already has a signing key. */
  async ensure(tx: Tx, key: IntegrationKey, made: SigningKey): Promise<void> {
    const now = this.clock.now();
    const phases = keyPhases(await this.repository.list(key, tx), now);
    if (!phases.some(({ phase }) => phase === 'SIGNING')) await this.repository.insert(tx, key, made, now);
  }

  /** @returns when the new key starts to sign. @throws CONFLICT if an earlier new key does not sign yet */
  async publish(tx: Tx, key: IntegrationKey, made: SigningKey): Promise<Date> {
    const now = this.clock.now();
    const waiting = keyPhases(await this.repository.list(key, tx), now).find(({ phase }) => phase === 'PUBLISHED');
    if (waiting) {
      throw DomainError.conflict(
        `A new key is published already. It starts to sign at ${waiting.key.signs_at.toISOString()}.`,
      );
    }
    const signsAt = new Date(now.getTime() + PUBLISHED_AHEAD_MS);
    await this.repository.removeOver(tx, key, now);
    await this.repository.insert(tx, key, made, signsAt);
    return signsAt;
  }

  /** The integration's published keys, newest first. */
  async published(key: IntegrationKey): Promise<PublishedKey[]> {
    const phases = keyPhases(await this.repository.list(key), this.clock.now());
    return phases
      .filter(({ phase }) => phase !== 'OVER')
      .map(({ key: row, phase }) => ({ kid: row.kid, phase, createdAt: row.created_at, signsAt: row.signs_at }));
  }

  /**
   * The private keys as JWKs. The signing key is the first, as the OpenID library expects. `until` is the time at which
   * their phases next change.
   */
  async open(key: IntegrationKey): Promise<{ jwks: JsonWebKey[]; until: Date | undefined }> {
    const now = this.clock.now();
    const rows = await this.repository.list(key);
    const phases = keyPhases(rows, now).filter(({ phase }) => phase !== 'OVER');
    const ordered = phases.toSorted((a, b) => Number(b.phase === 'SIGNING') - Number(a.phase === 'SIGNING'));
    return { jwks: ordered.map(({ key: row }) => this.repository.open(row)), until: nextPhaseChange(rows, now) };
  }
}
