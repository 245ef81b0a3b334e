import { createHmac, randomBytes } from 'node:crypto';
import { mintToken } from '@rollcall/platform';

/**
 * 256 random bits as base64url. All tokens of a batch are computed from this secret, so that one secret is stored
 * instead of thousands of tokens.
 */
export function newBatchSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Computes the token of an enrollment from the secret of its batch. A token is as hard to guess as the secret. */
export function batchToken(secret: string, tenantId: string, enrollmentId: string): ReturnType<typeof mintToken> {
  return mintToken('enroll', tenantId, createHmac('sha256', secret).update(enrollmentId).digest());
}
