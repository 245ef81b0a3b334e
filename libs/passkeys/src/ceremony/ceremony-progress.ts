import { Injectable } from '@nestjs/common';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import type { EnrollmentState } from '../enrollments/enrollment-state.js';
import { RegistrationReporter } from '../registration-reporter.js';

/**
 * NOT_EXPECTED: Okta's value will not become true, because the write-back is not configured or the person has no valid
 * passkey.
 */
export interface CeremonyStatus {
  state: EnrollmentState;
  registration: 'CONFIRMED' | 'WAITING' | 'NOT_EXPECTED';
}

/** The progress of a link, for the page that waits until Okta has the registration. */
@Injectable()
export class CeremonyProgress {
  constructor(
    private readonly links: EnrollmentLinks,
    private readonly syncs: RegistrationSyncService,
    private readonly reporter: RegistrationReporter,
  ) {}

  /** @throws EnrollmentRefused UNKNOWN */
  async of(token: string): Promise<CeremonyStatus> {
    const link = await this.links.find(token);
    if (!link) throw new EnrollmentRefused('UNKNOWN');
    const { state, identity, caller } = link;
    if (!identity.active || identity.activePasskeys === 0) return { state, registration: 'NOT_EXPECTED' };
    const sync = await this.syncs.find(caller.tenantId, identity.integrationId);
    if (!sync?.enabled) return { state, registration: 'NOT_EXPECTED' };
    const confirmed = await this.reporter.isConfirmed(caller.tenantId, identity.id);
    return { state, registration: confirmed ? 'CONFIRMED' : 'WAITING' };
  }
}
