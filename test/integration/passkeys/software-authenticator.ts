import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { cbor } from './cbor.js';

/** Authenticator data flags (WebAuthn Level 3 §6.1). */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED_CREDENTIAL_DATA = 0x40;

export interface AuthenticatorTraits {
  /** What the browser reports in its client data. */
  origin: string;
  userVerified?: boolean;
  /** 16 bytes, hex; zeros when left out, as browsers report without attestation. */
  aaguid?: string;
  transports?: string[];
}

/** Browser and authenticator in one: answers creation options with an ES256 credential and attestation "none". */
export function createCredential(
  options: PublicKeyCredentialCreationOptionsJSON,
  { origin, userVerified = true, aaguid = '00'.repeat(16), transports = ['internal'] }: AuthenticatorTraits,
): RegistrationResponseJSON {
  const credentialId = randomBytes(32);
  const clientData = { type: 'webauthn.create', challenge: options.challenge, origin, crossOrigin: false };
  const authenticatorData = Buffer.concat([
    createHash('sha256')
      .update(options.rp.id ?? '')
      .digest(),
    Buffer.from([USER_PRESENT | (userVerified ? USER_VERIFIED : 0) | ATTESTED_CREDENTIAL_DATA]),
    Buffer.alloc(4),
    Buffer.from(aaguid, 'hex'),
    Buffer.from([0, credentialId.length]),
    credentialId,
    es256PublicKey(),
  ]);
  const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authenticatorData],
  ]);
  const id = credentialId.toString('base64url');
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(JSON.stringify(clientData)).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: transports as NonNullable<RegistrationResponseJSON['response']['transports']>,
    },
  };
}

/** A fresh P-256 key as COSE_Key (RFC 9053 §7.1.1): kty EC2, alg ES256, crv P-256, x, y. */
function es256PublicKey(): Buffer {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return cbor(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ]),
  );
}
