import { Injectable } from '@nestjs/common';
import { DirectoryProvider } from '@rollcall/directory-integration';
import { OktaTarget } from '../okta/okta-target.js';
import { ScimTarget } from '../outbound-scim/scim-target.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { Finding } from './findings/finding.js';
import { PROVIDER_FINDINGS } from './findings/provider-findings.js';
import { OktaProbe } from './okta-probe.js';
import { ScimProbe } from './scim-probe.js';

/** Undefined without a configured target. */
type Probe = (target: RegistrationTarget | undefined) => Promise<Finding[] | undefined>;

/** Checks the target of an integration. */
@Injectable()
export class TargetProbe {
  private readonly probes: Record<DirectoryProvider, Probe> = {
    [DirectoryProvider.OKTA]: (target) =>
      target instanceof OktaTarget ? this.okta.examine(target.org) : Promise.resolve(undefined),
    [DirectoryProvider.GENERIC_SCIM]: (target) =>
      target instanceof ScimTarget ? this.scim.examine(target.server) : Promise.resolve(undefined),
  };

  constructor(
    private readonly okta: OktaProbe,
    private readonly scim: ScimProbe,
  ) {}

  async examine(target: RegistrationTarget | undefined, provider: DirectoryProvider): Promise<Finding[]> {
    return (await this.probes[provider](target)) ?? [PROVIDER_FINDINGS[provider].notConfigured];
  }
}
