import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { CheckStatus, isPausedByHand, RegistrationSyncService } from '@rollcall/directory-integration';
import { systemCaller } from '@rollcall/platform';
import { DoctorVisitsRepository } from './doctor-visits.repository.js';
import type { Finding } from '../target/finding.js';

/**
 * A health check ends a pause only if all findings in one of these lists are OK. The first list is for Okta, the second
 * for a SCIM server.
 */
const VITAL = [
  ['okta-domain', 'okta-credentials', 'okta-attribute'],
  ['target-server', 'target-credentials', 'target-filter'],
];
/** A health check does not end a pause if one of these findings has failed. */
const FATAL = new Set(['okta-rights', 'target-attribute', 'target-patch']);

/** Ends a pause if its cause is gone, so that an administrator does not have to resume a healthy target. A pause by an administrator is not ended. */
@Injectable()
export class PauseLifter {
  constructor(
    private readonly syncs: RegistrationSyncService,
    private readonly visits: DoctorVisitsRepository,
  ) {}

  /** @param findings findings of a check of the target that was made just now. @returns true if a pause ended */
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
