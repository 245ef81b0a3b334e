import { Injectable } from '@nestjs/common';
import {
  CheckStatus,
  DirectoryIntegrationService,
  IntegrationChecks,
  type HealthCheck,
} from '@rollcall/directory-integration';
import { DomainError, type Caller } from '@rollcall/platform';
import { SyncTargets } from '../write-back/sync-targets.js';
import { AttributeCreator } from './attribute-creator.js';
import type { Finding } from './finding.js';
import { OktaProbe } from './okta-probe.js';
import { OurFacts } from './our-facts.js';

const NOT_CONFIGURED: Finding = {
  name: 'okta-credentials',
  status: CheckStatus.WARN,
  code: 'NOT_CONFIGURED',
  message: 'The registration attribute is not configured yet: nothing is written to Okta.',
};

/** Finds out whether an integration can do its work, and says what to do where it can't. */
@Injectable()
export class Doctor {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly targets: SyncTargets,
    private readonly probe: OktaProbe,
    private readonly facts: OurFacts,
    private readonly creator: AttributeCreator,
    private readonly checks: IntegrationChecks,
  ) {}

  /** Asks Okta now and keeps what it found. @throws NOT_FOUND */
  async examine(caller: Caller, integrationId: string): Promise<HealthCheck[]> {
    await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId };
    const org = await this.targets.find(key);
    const findings = [...(org ? await this.probe.examine(org) : [NOT_CONFIGURED]), ...(await this.facts.examine(key))];
    const checkedAt = new Date();
    const checks = findings.map((finding) => ({ ...finding, checkedAt }));
    await this.checks.save(caller.tenantId, integrationId, checks);
    return checks;
  }

  /** Adds the attribute to Okta's user schema unless it is there. @throws NOT_FOUND, BAD_USER_INPUT, UNAVAILABLE with what Okta said */
  async createAttribute(caller: Caller, integrationId: string): Promise<HealthCheck[]> {
    await this.integrations.get(caller, integrationId);
    const org = await this.targets.find({ tenantId: caller.tenantId, integrationId });
    if (!org) throw DomainError.badInput('Configure the Okta domain and its credentials first', 'integrationId');
    await this.creator.create(caller, org);
    return this.examine(caller, integrationId);
  }
}
