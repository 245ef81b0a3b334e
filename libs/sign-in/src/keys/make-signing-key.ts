import { generateKeyPair, type JsonWebKey, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

const BITS = 2048;

export interface SigningKey {
  kid: string;
  publicJwk: JsonWebKey;
  privateJwk: JsonWebKey;
}

/**
 * Makes an RSA key, because RS256 is the only algorithm that OpenID Connect Core §15.1 requires every client to
 * support.
 */
export async function makeSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  const kid = randomUUID();
  const common = { kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...common },
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...common },
  };
}
