import { Injectable } from '@nestjs/common';
import { RegistrationSyncService } from '@rollcall/directory-integration';
import { EnrollmentLinks } from '../enrollments/enrollment-links.js';
import { EnrollmentRefused } from '../enrollments/enrollment-refused.js';
import type { EnrollmentState } from '../enrollments/enrollment-state.js';
import { RegistrationReporter } from '../registration-reporter.js';

/** NOT_CONNECTED: no write-back to Okta is set up, or it is switched off. */
export interface CeremonyStatus {
  state: EnrollmentState;
  registration: 'CONFIRMED' | 'WAITING' | 'NOT_CONNECTED';
}

/** How far a link's story has come, for the page that waits for Okta. */
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
    const sync = await this.syncs.find(caller.tenantId, identity.integrationId);
    if (!sync?.enabled) return { state, registration: 'NOT_CONNECTED' };
    const confirmed = await this.reporter.isConfirmed(caller.tenantId, identity.id);
    return { state, registration: confirmed ? 'CONFIRMED' : 'WAITING' };
  }
}
