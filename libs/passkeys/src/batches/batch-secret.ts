import { createHmac, randomBytes } from 'node:crypto';
import { mintToken } from '@rollcall/platform';

/** 256 random bits as base64url. The tokens of a batch are computed from it, so that one secret is stored and not thousands of tokens. */
export function newBatchSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The token of an enrollment: deterministic, and as hard to guess as the secret. */
export function batchToken(secret: string, tenantId: string, enrollmentId: string): ReturnType<typeof mintToken> {
  return mintToken('enroll', tenantId, createHmac('sha256', secret).update(enrollmentId).digest());
}
