import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { deviceNameFrom } from '../bindings/device-name.js';
import type { NewPasskey } from '../bindings/passkey-binder.js';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import type { EnrollmentRow } from '../enrollments/enrollment.row.js';
import { authenticatorName } from './authenticator-name.js';
import { COSE_ALGORITHMS } from './cose-algorithms.js';
import type { RegistrationSubmission } from './registration-submission.js';
import { RelyingParty } from './relying-party.js';

/** The second half of a registration (WebAuthn Level 3 §7.1): is this the answer to our challenge, made here, by a verified person? */
@Injectable()
export class AttestationVerifier {
  private readonly log = new Logger(AttestationVerifier.name);

  constructor(
    private readonly clock: Clock,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** @throws EnrollmentRefused CEREMONY_EXPIRED, INVALID_RESPONSE; DomainError BAD_USER_INPUT (deviceName) */
  async verify(
    enrollment: Pick<EnrollmentRow, 'challenge' | 'challenge_expires_at'>,
    { response, deviceName }: RegistrationSubmission,
    userAgent: string | undefined,
  ): Promise<NewPasskey> {
    const givenName = deviceNameFrom(deviceName);
    const { challenge, challenge_expires_at } = enrollment;
    if (!challenge || !challenge_expires_at || challenge_expires_at <= this.clock.now()) {
      throw new EnrollmentRefused('CEREMONY_EXPIRED');
    }
    const { credential, aaguid } = await this.check(challenge, response);
    const transports = response.response.transports ?? [];
    return {
      source: 'WEBAUTHN',
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      sign_count: String(credential.counter),
      transports,
      device_name: givenName ?? authenticatorName({ aaguid, transports, userAgent }),
    };
  }

  private async check(
    challenge: string,
    response: RegistrationSubmission['response'],
  ): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> {
    let ours = true;
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: (answered) => (ours = answered === challenge),
        expectedOrigin: this.relyingParty.origin,
        expectedRPID: this.relyingParty.id,
        requireUserVerification: true,
        supportedAlgorithmIDs: [...COSE_ALGORITHMS],
      });
      if (registrationInfo) return registrationInfo;
    } catch (error) {
      if (!ours) throw new EnrollmentRefused('CEREMONY_EXPIRED');
      this.log.debug(error);
    }
    throw new EnrollmentRefused('INVALID_RESPONSE');
  }
}
