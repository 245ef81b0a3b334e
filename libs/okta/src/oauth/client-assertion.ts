import { createPrivateKey, randomUUID, sign } from 'node:crypto';

const LIFETIME_SECONDS = 300;

export interface AssertionKey {
  kid: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

/**
 * A private_key_jwt assertion (RFC 7523 §2.2, §3), signed with RS256. It is valid for five minutes, and each call
 * returns a different one.
 */
export function clientAssertion(clientId: string, audience: string, key: AssertionKey, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    iat: seconds,
    exp: seconds + LIFETIME_SECONDS,
    jti: randomUUID(),
  };
  const input = `${encode({ alg: 'RS256', typ: 'JWT', kid: key.kid })}.${encode(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), createPrivateKey(key.privateKey)).toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
