import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { hashToken } from '../secrets/token.js';
import { SecretBox } from '../secrets/secret-box.js';
import { CEREMONY_TIME } from './passkey-ceremonies.js';

/** A challenge that we created and that has not expired. The caller must store its hash until the expiry and refuse a second use. */
export interface OpenChallenge {
  /** SHA-256 */
  hash: Buffer;
  expiresAt: Date;
}

/**
 * WebAuthn challenges without stored state: purpose and expiry are encrypted in the challenge itself. Requests for many challenges
 * therefore fill no table, and each replica accepts the challenges of other replicas.
 */
@Injectable()
export class SealedChallenges {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @param purpose what the challenge may be used for; pass the same text to `open` */
  make(purpose: string): string {
    const expiresAt = this.clock.now().getTime() + CEREMONY_TIME;
    return this.box.seal(`${expiresAt}.${randomBytes(16).toString('base64url')}`, aadOf(purpose));
  }

  /**
   * Decrypts a challenge.
   * @param answered the challenge in base64url, from the client data of the browser
   * @returns undefined if we did not create the challenge, it has another purpose, or it has expired
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
