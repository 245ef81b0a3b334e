import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { IdentityLock } from '../bindings/identity-lock.js';
import { PasskeyBinder } from '../bindings/passkey-binder.js';
import type { PasskeyRow } from '../bindings/passkey.row.js';
import { EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import { AttestationVerifier } from './attestation-verifier.js';
import type { RegistrationSubmission } from './registration-submission.js';

/** A verified answer becomes a passkey, and the link is spent: both or neither. */
@Injectable()
export class CeremonyFinish {
  constructor(
    private readonly database: Database,
    private readonly links: EnrollmentLinks,
    private readonly verifier: AttestationVerifier,
    private readonly identityLock: IdentityLock,
    private readonly binder: PasskeyBinder,
  ) {}

  /** @throws EnrollmentRefused; DomainError BAD_USER_INPUT (deviceName) */
  async bind(token: string, submission: RegistrationSubmission, userAgent: string | undefined): Promise<PasskeyRow> {
    const link = await this.links.requireOpen(token);
    const passkey = await this.verifier.verify(link.enrollment, submission, userAgent);
    return this.database.transaction(async (tx) => {
      const identity = await this.identityLock.take(tx, link.caller.tenantId, link.identity.id);
      await this.links.spend(tx, link, identity);
      const bound = await this.binder.bind(tx, link.caller, identity, passkey);
      if (!bound) throw new EnrollmentRefused('ALREADY_ENROLLED');
      return bound;
    });
  }
}
