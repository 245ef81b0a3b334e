import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { cbor } from './cbor.js';

/** Flags of the authenticator data (WebAuthn Level 3 §6.1). */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED_CREDENTIAL_DATA = 0x40;

export interface AuthenticatorTraits {
  /** The origin of the page, as the browser reports it in the client data. */
  origin: string;
  /** The domain for which the authenticator signs; defaults to the credential's domain. */
  rpId?: string;
  userVerified?: boolean;
  /** Whether the page is in a frame of another site. */
  crossOrigin?: boolean;
  /** Whether the passkey is synced to the owner's other devices. */
  synced?: boolean;
  /** 16 bytes in hex; defaults to zeros, which browsers report if there is no attestation. */
  aaguid?: string;
  transports?: string[];
}

/** What the authenticator stores about a credential. */
interface KeptCredential {
  id: string;
  rpId: string;
  userHandle: string;
  privateKey: KeyObject;
}

/** A browser and its authenticator, with one credential (ES256, attestation "none"). */
export class SoftwareAuthenticator {
  /** The signature counter. It stays 0 if the authenticator does not count. */
  signCount = 0;
  private kept: KeptCredential | undefined;

  constructor(private readonly traits: AuthenticatorTraits) {}

  create(options: PublicKeyCredentialCreationOptionsJSON): RegistrationResponseJSON {
    const { aaguid = '00'.repeat(16), transports = ['internal'] } = this.traits;
    const credentialId = randomBytes(32);
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const rpId = options.rp.id ?? '';
    const authenticatorData = Buffer.concat([
      this.authenticatorData(rpId, ATTESTED_CREDENTIAL_DATA),
      Buffer.from(aaguid, 'hex'),
      Buffer.from([0, credentialId.length]),
      credentialId,
      coseKey(publicKey),
    ]);
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authenticatorData],
    ]);
    const id = credentialId.toString('base64url');
    this.kept = { id, rpId, userHandle: options.user.id, privateKey };
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.clientData('webauthn.create', options.challenge).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: transports as NonNullable<RegistrationResponseJSON['response']['transports']>,
      },
    };
  }

  /** Signs a challenge with the credential that `create` has made. */
  get({ challenge }: PublicKeyCredentialRequestOptionsJSON): AuthenticationResponseJSON {
    if (!this.kept) throw new Error('nothing was created');
    const { id, rpId, userHandle, privateKey } = this.kept;
    const clientData = this.clientData('webauthn.get', challenge);
    const authenticatorData = this.authenticatorData(this.traits.rpId ?? rpId);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle,
      },
    };
  }

  /** The credential, in the format that Chromium's virtual authenticator imports. */
  exported(): { credentialId: string; rpId: string; userHandle: string; privateKey: string; signCount: number } {
    if (!this.kept) throw new Error('nothing was created');
    const { id, rpId, userHandle, privateKey } = this.kept;
    const base64 = (text: string) => Buffer.from(text, 'base64url').toString('base64');
    return {
      credentialId: base64(id),
      rpId,
      userHandle: base64(userHandle),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      signCount: this.signCount + 1,
    };
  }

  private clientData(type: string, challenge: string): Buffer {
    const { origin, crossOrigin = false } = this.traits;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  private authenticatorData(rpId: string, flags = 0): Buffer {
    const verified = this.traits.userVerified === false ? 0 : USER_VERIFIED;
    const backup = this.traits.synced ? BACKUP_ELIGIBLE | BACKED_UP : 0;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.signCount);
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([USER_PRESENT | verified | backup | flags]),
      count,
    ]);
  }
}

/** Creates a credential on a new authenticator, which is not used again. */
export function createCredential(
  options: PublicKeyCredentialCreationOptionsJSON,
  traits: AuthenticatorTraits,
): RegistrationResponseJSON {
  return new SoftwareAuthenticator(traits).create(options);
}

/** A P-256 key as COSE_Key (RFC 9053 §7.1.1): kty EC2, alg ES256, crv P-256, x, y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' });
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
