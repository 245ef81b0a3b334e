import { generateKeyPairSync } from 'node:crypto';

/** COSE_Key (RFC 9053 §7.1.1) of a new P-256 key: a map of kty EC2, alg ES256, crv P-256, x and y. */
export function decoyPublicKey(): Buffer {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x!, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y!, 'base64url'),
  ]);
}
