import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';

export interface AssertionClaims {
  iss: string;
  sub: string;
  aud: string;
  exp: number;
  jti?: string;
}

/** The client assertion cannot be trusted. The message is Okta's `error_description`. */
export class InvalidClientAssertion extends Error {}

function decoded(part: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch {
    // Falls through to the error below, because the part is not valid JSON.
  }
  throw new InvalidClientAssertion('The client_assertion token is malformed.');
}

/** The client id in an assertion. The assertion is not verified yet. */
export function claimedIssuer(assertion: string): string {
  return String(decoded(assertion.split('.')[1])['iss']);
}

/**
 * Verifies a private_key_jwt assertion (RFC 7523 §3): it must be signed (RS256) by one of the client's keys, have the
 * right audience, and not be expired.
 */
export function verifyClientAssertion(
  assertion: string,
  expected: { clientId: string; audience: string; keys: readonly JsonWebKey[]; nowMs: number },
): AssertionClaims {
  const [head, body, signature, rest] = assertion.split('.');
  const header = decoded(head);
  const claims = decoded(body) as unknown as AssertionClaims;
  if (signature === undefined || rest !== undefined)
    throw new InvalidClientAssertion('The client_assertion token is malformed.');
  if (header['alg'] !== 'RS256') throw new InvalidClientAssertion('The client_assertion must be signed with RS256.');
  const candidates = expected.keys.filter((key) => header['kid'] === undefined || key['kid'] === header['kid']);
  const signed = Buffer.from(`${head}.${body}`);
  const genuine = candidates.some((key) =>
    verify('sha256', signed, createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url')),
  );
  if (!genuine) throw new InvalidClientAssertion('The client_assertion signature is invalid.');
  if (claims.iss !== expected.clientId || claims.sub !== expected.clientId) {
    throw new InvalidClientAssertion("'iss' and 'sub' must both be the client_id.");
  }
  if (claims.aud !== expected.audience)
    throw new InvalidClientAssertion('The audience claim for client_assertion must be the endpoint.');
  const seconds = expected.nowMs / 1000;
  if (!(claims.exp > seconds)) throw new InvalidClientAssertion('The client_assertion token has expired.');
  if (claims.exp > seconds + 3600) throw new InvalidClientAssertion('The client_assertion lives longer than one hour.');
  return claims;
}
