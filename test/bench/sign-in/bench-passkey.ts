import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A passkey whose private key is in this process: ES256, user verified, no signature counter. */
export class BenchPasskey {
  readonly credentialId = randomBytes(32).toString('base64url');
  /** COSE_Key (RFC 9053 §7.1.1). */
  readonly publicKey: Buffer;
  private readonly privateKey;

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
    this.privateKey = pair.privateKey;
    this.publicKey = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  /** AuthenticationResponseJSON (WebAuthn Level 3 §5.1.8.2). */
  answer(challenge: string, origin: string, identityId: string): object {
    const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
    const rpHash = createHash('sha256').update(new URL(origin).hostname).digest();
    const authenticatorData = Buffer.concat([rpHash, Buffer.from([0x05, 0, 0, 0, 0])]);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, this.privateKey).toString('base64url'),
        userHandle: Buffer.from(identityId.replaceAll('-', ''), 'hex').toString('base64url'),
      },
    };
  }
}
