import { generateKeyPair, randomUUID, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';

const BITS = 2048;

export interface SigningKey {
  kid: string;
  publicJwk: JsonWebKey;
  /** PKCS #8, PEM. */
  privateKey: string;
}

/** Creates an RSA key. RSA is the only key type that Okta documents for service apps everywhere. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  const kid = randomUUID();
  return {
    kid,
    publicJwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' },
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
