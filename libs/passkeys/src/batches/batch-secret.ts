import { createHmac, randomBytes } from 'node:crypto';
import { mintToken } from '@rollcall/platform';

/** Base64url of 256 random bits: all links of a batch follow from it, so that one sealed secret stands for thousands of tokens. */
export function newBatchSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The token of an enrollment: the same each time, and as hard to guess as the secret. */
export function batchToken(secret: string, tenantId: string, enrollmentId: string): ReturnType<typeof mintToken> {
  return mintToken('enroll', tenantId, createHmac('sha256', secret).update(enrollmentId).digest());
}
