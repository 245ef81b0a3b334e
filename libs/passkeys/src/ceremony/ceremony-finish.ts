import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { IdentityLock } from '../bindings/identity-lock.js';
import { PasskeyBinder } from '../bindings/passkey-binder.js';
import { PasskeyRepository } from '../bindings/passkey.repository.js';
import type { PasskeyRow } from '../bindings/passkey.row.js';
import { type EnrollmentLink, EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import { AttestationVerifier } from './attestation-verifier.js';
import type { RegistrationSubmission } from './registration-submission.js';

/** Binds the passkey of a verified response and marks the link as used, in one transaction. */
@Injectable()
export class CeremonyFinish {
  constructor(
    private readonly database: Database,
    private readonly links: EnrollmentLinks,
    private readonly verifier: AttestationVerifier,
    private readonly identityLock: IdentityLock,
    private readonly binder: PasskeyBinder,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /**
   * Binds the passkey. If the same response is sent again, it succeeds again, because the answer to the first request
   * may have been lost.
   * @throws EnrollmentRefused; DomainError BAD_USER_INPUT (deviceName)
   */
  async bind(token: string, submission: RegistrationSubmission, userAgent: string | undefined): Promise<PasskeyRow> {
    const link = await this.links.find(token);
    if (!link) throw new EnrollmentRefused('UNKNOWN');
    try {
      if (link.state !== 'OPEN') throw new EnrollmentRefused(link.state);
      return await this.spend(link, submission, userAgent);
    } catch (error) {
      const isUsed = error instanceof EnrollmentRefused && error.reason === 'USED';
      const bound = isUsed ? await this.boundBy(link, submission) : undefined;
      if (bound) return bound;
      throw error;
    }
  }

  private async spend(
    link: EnrollmentLink,
    submission: RegistrationSubmission,
    userAgent: string | undefined,
  ): Promise<PasskeyRow> {
    const passkey = await this.verifier.verify(link.enrollment, submission, userAgent);
    return this.database.transaction(async (tx) => {
      const identity = await this.identityLock.take(tx, link.caller.tenantId, link.identity.id);
      await this.links.spend(tx, link, identity);
      const bound = await this.binder.bind(tx, link.caller, identity, passkey);
      if (!bound) throw new EnrollmentRefused('ALREADY_ENROLLED');
      return bound;
    });
  }

  /**
   * The passkey that an earlier request with this response has bound; undefined if another response used the link, or
   * the passkey was revoked.
   */
  private async boundBy(
    { caller: { tenantId }, identity, enrollment }: EnrollmentLink,
    { response }: RegistrationSubmission,
  ): Promise<PasskeyRow | undefined> {
    const key = { tenantId, integrationId: identity.integrationId };
    const passkey = await this.passkeys.findActive(this.database, key, 'WEBAUTHN', response.id);
    const isOfLink = passkey?.identity_id === identity.id && passkey.created_at >= enrollment.created_at;
    return isOfLink ? passkey : undefined;
  }
}
