import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { hashToken } from '../secrets/token.js';
import { SecretBox } from '../secrets/secret-box.js';
import { CEREMONY_TIME } from './passkey-ceremonies.js';

/**
 * A challenge that we created and that has not expired. The caller that accepts it stores the hash until the expiry, so that it is valid
 * once.
 */
export interface OpenChallenge {
  /** SHA-256 */
  hash: Buffer;
  expiresAt: Date;
}

/**
 * Stateless WebAuthn challenges: purpose and expiry are sealed inside. Requesting many challenges fills no table, and every replica accepts
 * challenges of the other replicas.
 */
@Injectable()
export class SealedChallenges {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @param purpose what it may be used for; `open` must get the same text */
  make(purpose: string): string {
    const expiresAt = this.clock.now().getTime() + CEREMONY_TIME;
    return this.box.seal(`${expiresAt}.${randomBytes(16).toString('base64url')}`, aadOf(purpose));
  }

  /**
   * @param answered base64url, as in the browser's client data. @returns undefined if it is not ours, has another purpose or has expired
   */
  open(answered: string, purpose: string): OpenChallenge | undefined {
    const challenge = Buffer.from(answered, 'base64url').toString('utf8');
    try {
      const expiresAt = new Date(Number(this.box.open(challenge, aadOf(purpose)).split('.', 1)[0]));
      return expiresAt > this.clock.now() ? { hash: hashToken(challenge), expiresAt } : undefined;
    } catch {
      return undefined;
    }
  }
}

function aadOf(purpose: string): string {
  return `webauthn challenge: ${purpose}`;
}
