import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { PasskeyRepository } from '../bindings/passkey.repository.js';
import { CEREMONY_TIME, EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { COSE_ALGORITHMS } from './cose-algorithms.js';
import { RelyingParty } from './relying-party.js';

/** The first half of a registration (WebAuthn Level 3 §7.1): what the browser shall ask the authenticator for. */
@Injectable()
export class CeremonyStart {
  constructor(
    private readonly database: Database,
    private readonly relyingParty: RelyingParty,
    private readonly links: EnrollmentLinks,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /**
   * A discoverable, user-verified credential on an authenticator that holds none of this person's passkeys.
   * @throws EnrollmentRefused
   */
  async options(token: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const link = await this.links.requireOpen(token);
    const { identity, caller } = link;
    const known = await this.passkeys.webauthnOf(this.database, caller.tenantId, identity.id);
    const options = await generateRegistrationOptions({
      rpID: this.relyingParty.id,
      rpName: await this.relyingParty.nameFor(caller, identity.integrationId),
      userID: userHandle(identity.id),
      userName: identity.userName,
      userDisplayName: identity.displayName ?? identity.userName,
      timeout: CEREMONY_TIME,
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: [...COSE_ALGORITHMS],
      excludeCredentials: known.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
    });
    await this.links.begin(link, options.challenge);
    return options;
  }
}

/** 16 opaque bytes: one passkey per person and authenticator, and nothing personal in it (WebAuthn Level 3 §14.6.1). */
function userHandle(identityId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(identityId.replaceAll('-', ''), 'hex'));
}
