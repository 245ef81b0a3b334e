import { Injectable, Logger } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { isCrossOrigin } from './client-data.js';
import { RelyingParty } from './relying-party.js';

/** EdDSA, ES256 and RS256 (IANA COSE Algorithms), which cover the authenticators in use. The same list is requested and verified. */
const COSE_ALGORITHMS: readonly number[] = [-8, -7, -257];

/** Milliseconds a person has between pressing the button and the device's answer. */
export const CEREMONY_TIME = 5 * 60_000;

/** The owner of a new passkey. */
export interface PasskeyOwner {
  /** Name of the relying party, as the authenticator shows it. */
  organisation: string;
  /** Up to 64 opaque bytes without personal data (WebAuthn Level 3 §14.6.1); an authenticator holds one passkey per handle. */
  handle: Uint8Array<ArrayBuffer>;
  userName: string;
  displayName: string;
  /** Existing passkeys of the owner: an authenticator that holds one of them does not create a second. */
  known: readonly KnownCredential[];
}

interface KnownCredential {
  credential_id: string;
  transports: string[];
}

/** The stored parts of a passkey that verification needs. */
export interface StoredCredential extends KnownCredential {
  public_key: Buffer;
  /** A bigint, as PostgreSQL gives it. */
  sign_count: string;
}

export interface MadeCredential extends StoredCredential {
  /** The authenticator's model, as a UUID; zeros when it does not reveal it. */
  aaguid: string;
  /** As {@link VerifiedUse.backupEligible}. */
  backupEligible: boolean;
}

/** A verified assertion. */
export interface VerifiedUse {
  /** The passkey may be synced to other devices (WebAuthn Level 3 §6.1.3); false: it never leaves its authenticator. */
  backupEligible: boolean;
  /** A bigint, as PostgreSQL gives it. */
  signCount: string;
}

/** Whether the challenge in a response (base64url) is the expected one. */
export type ChallengeCheck = (challenge: string) => boolean;

/** Both WebAuthn ceremonies, with discoverable passkeys that verify their user. Callers store the result. */
@Injectable()
export class PasskeyCeremonies {
  private readonly log = new Logger(PasskeyCeremonies.name);

  constructor(private readonly relyingParty: RelyingParty) {}

  /** Options for `navigator.credentials.create` (WebAuthn Level 3 §7.1). @param challenge random when left out */
  creationOptions(owner: PasskeyOwner, challenge?: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpID: this.relyingParty.id,
      rpName: owner.organisation,
      userID: owner.handle,
      userName: owner.userName,
      userDisplayName: owner.displayName,
      timeout: CEREMONY_TIME,
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: [...COSE_ALGORITHMS],
      excludeCredentials: owner.known.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
      ...(challenge !== undefined && { challenge }),
    });
  }

  /** @returns undefined if challenge, origin, RP ID or user verification is wrong, or if the passkey was created in another site's frame */
  async made(response: RegistrationResponseJSON, isExpected: ChallengeCheck): Promise<MadeCredential | undefined> {
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: isExpected,
        expectedOrigin: this.relyingParty.origin,
        expectedRPID: this.relyingParty.id,
        requireUserVerification: true,
        supportedAlgorithmIDs: [...COSE_ALGORITHMS],
      });
      if (!registrationInfo || isCrossOrigin(response.response.clientDataJSON)) return undefined;
      const { credential, aaguid, credentialDeviceType } = registrationInfo;
      return {
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        sign_count: String(credential.counter),
        transports: response.response.transports ?? [],
        aaguid,
        backupEligible: credentialDeviceType === 'multiDevice',
      };
    } catch (error) {
      this.log.debug(error);
      return undefined;
    }
  }

  /** Options that request any discoverable passkey of ours (WebAuthn Level 3 §7.2): the user enters no name. */
  requestOptions(challenge: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.relyingParty.id,
      timeout: CEREMONY_TIME,
      userVerification: 'required',
      challenge,
    });
  }

  /**
   * The passkey's new signature count; undefined unless it signed the challenge at our origin, with our RP ID and with user verification. A
   * count that does not grow indicates a cloned passkey, and is refused too (WebAuthn Level 3 §6.1.1).
   */
  async used(
    response: AuthenticationResponseJSON,
    stored: StoredCredential,
    isExpected: ChallengeCheck,
  ): Promise<string | undefined> {
    return (await this.verifyUse(response, stored, isExpected))?.signCount;
  }

  /** Verifies like `used`, and also returns whether the passkey may be synced. */
  async verifyUse(
    response: AuthenticationResponseJSON,
    stored: StoredCredential,
    isExpected: ChallengeCheck,
  ): Promise<VerifiedUse | undefined> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: isExpected,
        expectedOrigin: this.relyingParty.origin,
        expectedRPID: this.relyingParty.id,
        requireUserVerification: true,
        credential: {
          id: stored.credential_id,
          publicKey: Uint8Array.from(stored.public_key),
          counter: Number(stored.sign_count),
        },
      });
      if (!verified || isCrossOrigin(response.response.clientDataJSON)) return undefined;
      return {
        signCount: String(authenticationInfo.newCounter),
        backupEligible: authenticationInfo.credentialDeviceType === 'multiDevice',
      };
    } catch (error) {
      this.log.debug(error);
      return undefined;
    }
  }
}
