import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  DirectoryIntegrationService,
  IntegrationChecks,
  IntegrationExaminers,
  type ExaminerFinding,
  type HealthCheck,
} from '@rollcall/directory-integration';
import { DomainError, systemNow, type Caller } from '@rollcall/platform';
import { OktaTarget } from '../okta/okta-target.js';
import { SyncTargets } from '../write-back/sync-targets.js';
import { AttributeCreator } from './attribute-creator.js';
import { OktaOrgIdentity } from './okta-org-identity.js';
import { LocalChecks } from './local-checks.js';
import { PauseLifter } from './pause-lifter.js';
import { PROVIDER_FINDINGS } from './findings/provider-findings.js';

/** Checks whether an integration works, and reports what to do if it does not. */
@Injectable()
export class Doctor {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly targets: SyncTargets,
    private readonly identity: OktaOrgIdentity,
    private readonly local: LocalChecks,
    private readonly creator: AttributeCreator,
    private readonly checks: IntegrationChecks,
    private readonly pauses: PauseLifter,
    private readonly examiners: IntegrationExaminers,
  ) {}

  /** Checks the target now and stores the findings. Ends a pause if its cause is gone. @throws NOT_FOUND */
  async examine(caller: Caller, integrationId: string): Promise<HealthCheck[]> {
    const { provider } = await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId };
    const target = await this.targets.find(key);
    if (target instanceof OktaTarget) await this.identity.identify(target.org);
    const theirs = target ? await target.examine() : [PROVIDER_FINDINGS[provider].notConfigured];
    await this.pauses.lift(key, theirs);
    const asked = await this.save(key, [...theirs, ...(await this.examiners.examine(key))]);
    // The local checks run last, because one of them reads the stored findings about the target.
    const local = (await this.local.examineMany(key.tenantId, [integrationId])).get(integrationId) ?? [];
    const checks = [...asked, ...(await this.save(key, local))];
    await this.checks.keepOnly(
      key.tenantId,
      integrationId,
      checks.map(({ name }) => name),
    );
    return checks;
  }

  /**
   * Adds the attribute to Okta's user schema if the schema lacks it.
   * @throws NOT_FOUND, BAD_USER_INPUT, UNAVAILABLE with Okta's error message
   */
  async createAttribute(caller: Caller, integrationId: string): Promise<HealthCheck[]> {
    await this.integrations.get(caller, integrationId);
    const target = await this.targets.find({ tenantId: caller.tenantId, integrationId });
    if (!(target instanceof OktaTarget))
      throw DomainError.badInput('Configure the Okta domain and its credentials first', 'integrationId');
    await this.creator.create(caller, target.org);
    return this.examine(caller, integrationId);
  }

  private async save(
    { tenantId, integrationId }: IntegrationKey,
    findings: readonly ExaminerFinding[],
  ): Promise<HealthCheck[]> {
    const checkedAt = new Date(systemNow());
    const checks = findings.map((finding) => ({ ...finding, checkedAt }));
    await this.checks.save(tenantId, integrationId, checks);
    return checks;
  }
}
