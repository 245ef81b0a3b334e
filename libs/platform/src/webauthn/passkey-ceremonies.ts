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

/**
 * EdDSA, ES256 and RS256 (IANA COSE Algorithms), which all authenticators in use support. Options request these algorithms, and the
 * verification accepts only them.
 */
const COSE_ALGORITHMS: readonly number[] = [-8, -7, -257];

/** Milliseconds that a user has to complete a ceremony. */
export const CEREMONY_TIME = 5 * 60_000;

/** The owner of a new passkey. */
export interface PasskeyOwner {
  /** Name of the relying party, as the authenticator shows it. */
  organisation: string;
  /** Up to 64 opaque bytes without personal data (WebAuthn Level 3 §14.6.1). An authenticator stores one passkey per handle. */
  handle: Uint8Array<ArrayBuffer>;
  userName: string;
  displayName: string;
  /** Existing passkeys of the owner. An authenticator that has one of them does not create another. */
  known: readonly KnownCredential[];
}

interface KnownCredential {
  credential_id: string;
  transports: string[];
}

/** The stored parts of a passkey that are needed to verify an assertion. */
export interface StoredCredential extends KnownCredential {
  public_key: Buffer;
  /** A bigint, which PostgreSQL returns as text. */
  sign_count: string;
}

export interface MadeCredential extends StoredCredential {
  /** The model of the authenticator as a UUID; all zeros if the authenticator does not reveal it. */
  aaguid: string;
  /** As {@link VerifiedUse.backupEligible}. */
  backupEligible: boolean;
}

/** The result of a verified assertion. */
export interface VerifiedUse {
  /** True if the passkey may be synced to other devices (WebAuthn Level 3 §6.1.3); false if it never leaves its authenticator. */
  backupEligible: boolean;
  /** A bigint in decimal digits. */
  signCount: string;
}

/** Whether the challenge in a response (base64url) is the expected one. */
export type ChallengeCheck = (challenge: string) => boolean;

/**
 * Both WebAuthn ceremonies, registration and authentication, for discoverable passkeys with user verification. Callers store the results.
 */
@Injectable()
export class PasskeyCeremonies {
  private readonly log = new Logger(PasskeyCeremonies.name);

  constructor(private readonly relyingParty: RelyingParty) {}

  /** Options for `navigator.credentials.create` (WebAuthn Level 3 §7.1). @param challenge random if omitted */
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

  /**
   * Verifies a registration response.
   * @returns undefined if challenge, origin, RP ID or user verification is wrong, or if the passkey was created in a frame on another
   * site's page
   */
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

  /**
   * Options for `navigator.credentials.get` (WebAuthn Level 3 §7.2). They accept any discoverable passkey of ours, so the user enters no
   * name.
   */
  requestOptions(challenge: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.relyingParty.id,
      timeout: CEREMONY_TIME,
      userVerification: 'required',
      challenge,
    });
  }

  /**
   * Verifies an assertion.
   * @returns the new signature count; undefined if challenge, origin, RP ID, signature or user verification is wrong. A count that does not
   * grow is refused too, because it indicates a cloned passkey (WebAuthn Level 3 §6.1.1).
   */
  async used(
    response: AuthenticationResponseJSON,
    stored: StoredCredential,
    isExpected: ChallengeCheck,
  ): Promise<string | undefined> {
    return (await this.verifyUse(response, stored, isExpected))?.signCount;
  }

  /** Verifies an assertion like `used`, and also returns whether the passkey may be synced. */
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
