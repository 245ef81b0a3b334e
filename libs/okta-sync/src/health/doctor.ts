import { Injectable } from '@nestjs/common';
import {
  DirectoryIntegrationService,
  IntegrationChecks,
  IntegrationExaminers,
  type HealthCheck,
} from '@rollcall/directory-integration';
import { DomainError, systemNow, type Caller } from '@rollcall/platform';
import { OktaTarget } from '../okta/okta-target.js';
import { SyncTargets } from '../write-back/sync-targets.js';
import { AttributeCreator } from './attribute-creator.js';
import { OktaOrgIdentity } from './okta-org-identity.js';
import { OurFacts } from './our-facts.js';
import { PauseLifter } from './pause-lifter.js';
import { TargetProbe } from './target-probe.js';

/** Finds out whether an integration can do its work, and says what to do where it can't. */
@Injectable()
export class Doctor {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly targets: SyncTargets,
    private readonly probe: TargetProbe,
    private readonly identity: OktaOrgIdentity,
    private readonly facts: OurFacts,
    private readonly creator: AttributeCreator,
    private readonly checks: IntegrationChecks,
    private readonly pauses: PauseLifter,
    private readonly examiners: IntegrationExaminers,
  ) {}

  /** Asks the target now, ends a pause whose cause is gone, and keeps what it found. @throws NOT_FOUND */
  async examine(caller: Caller, integrationId: string): Promise<HealthCheck[]> {
    const { provider } = await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId };
    const target = await this.targets.find(key);
    if (target instanceof OktaTarget) await this.identity.identify(target.org);
    const theirs = await this.probe.examine(target, provider);
    await this.pauses.lift(key, theirs);
    const [ours, others] = await Promise.all([this.facts.examine(key), this.examiners.examine(key)]);
    const findings = [...theirs, ...ours, ...others];
    const checkedAt = new Date(systemNow());
    const checks = findings.map((finding) => ({ ...finding, checkedAt }));
    await this.checks.save(caller.tenantId, integrationId, checks);
    return checks;
  }

  /** Adds the attribute to Okta's user schema unless it is there. @throws NOT_FOUND, BAD_USER_INPUT, UNAVAILABLE with what Okta said */
  async createAttribute(caller: Caller, integrationId: string): Promise<HealthCheck[]> {
    await this.integrations.get(caller, integrationId);
    const target = await this.targets.find({ tenantId: caller.tenantId, integrationId });
    if (!(target instanceof OktaTarget))
      throw DomainError.badInput('Configure the Okta domain and its credentials first', 'integrationId');
    await this.creator.create(caller, target.org);
    return this.examine(caller, integrationId);
  }
}
