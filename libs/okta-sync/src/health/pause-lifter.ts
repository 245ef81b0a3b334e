import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, isPausedByHand, RegistrationSyncService } from '@rollcall/directory-integration';
import { systemCaller } from '@rollcall/platform';
import { DoctorVisitsRepository } from './doctor-visits.repository.js';
import type { Finding } from '../target/finding.js';

/** Checks of Okta, or of a SCIM server, that must be OK before a pause ends by itself. */
const VITAL = [
  ['okta-domain', 'okta-credentials', 'okta-attribute'],
  ['target-server', 'target-credentials', 'target-filter'],
];
/** Checks that must not have failed before a pause ends by itself. */
const FATAL = new Set(['okta-rights', 'target-attribute', 'target-patch']);

/** Ends a pause whose cause is gone, so that no healthy target is shown as paused. A pause that an administrator made is not ended. */
@Injectable()
export class PauseLifter {
  constructor(
    private readonly syncs: RegistrationSyncService,
    private readonly visits: DoctorVisitsRepository,
  ) {}

  /** @param findings of a check of the target made just now. @returns whether a pause ended */
  async lift(key: IntegrationKey, findings: readonly Finding[]): Promise<boolean> {
    const { tenantId, integrationId } = key;
    const settings = await this.syncs.find(tenantId, integrationId);
    if (!settings?.pausedReason || isPausedByHand(settings.pausedReason) || !isWell(findings)) return false;
    await this.visits.noteLift(key);
    await this.syncs.resume(systemCaller(tenantId, 'doctor'), integrationId);
    return true;
  }
}

function isWell(findings: readonly Finding[]): boolean {
  const well = new Set(findings.filter(({ status }) => status === CheckStatus.OK).map(({ name }) => name));
  const ill = findings.some(({ name, status }) => FATAL.has(name) && status === CheckStatus.FAIL);
  return VITAL.some((vital) => vital.every((name) => well.has(name))) && !ill;
}
