import { Injectable } from '@nestjs/common';
import { authenticatorName, browserName, Clock, PasskeyCeremonies } from '@rollcall/platform';
import { deviceNameFrom } from '../bindings/device-name.js';
import type { NewPasskey } from '../bindings/passkey-binder.js';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import type { EnrollmentRow } from '../enrollments/enrollment.row.js';
import type { RegistrationSubmission } from './registration-submission.js';

/**
 * Verifies the response of a WebAuthn registration (WebAuthn Level 3 §7.1), including its challenge, its origin and the
 * user verification.
 */
@Injectable()
export class AttestationVerifier {
  constructor(
    private readonly clock: Clock,
    private readonly ceremonies: PasskeyCeremonies,
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
    let ours = true;
    const made = await this.ceremonies.made(response, (answered) => (ours = answered === challenge));
    if (!made) throw new EnrollmentRefused(ours ? 'INVALID_RESPONSE' : 'CEREMONY_EXPIRED');
    const { aaguid, backupEligible, ...credential } = made;
    const name = givenName ?? authenticatorName({ aaguid, transports: made.transports, userAgent });
    const traits = { synced: backupEligible, browser: browserName(userAgent) ?? null };
    return { source: 'WEBAUTHN', ...credential, device_name: name, traits };
  }
}
