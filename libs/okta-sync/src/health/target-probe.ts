import { Injectable } from '@nestjs/common';
import { CheckStatus, DirectoryProvider } from '@rollcall/directory-integration';
import { OktaTarget } from '../okta/okta-target.js';
import { ScimTarget } from '../outbound-scim/scim-target.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { Finding } from './findings/finding.js';
import { OktaProbe } from './okta-probe.js';
import { ScimProbe } from './scim-probe.js';

/** An Okta integration is there to be written back; for another directory that is a choice. */
const NOT_CONFIGURED: Record<DirectoryProvider, Finding> = {
  [DirectoryProvider.OKTA]: {
    name: 'okta-credentials',
    status: CheckStatus.WARN,
    code: 'NOT_CONFIGURED',
    message: 'The registration attribute is not configured yet: nothing is written to Okta.',
  },
  [DirectoryProvider.GENERIC_SCIM]: {
    name: 'target-credentials',
    status: CheckStatus.OK,
    message: 'No registration attribute is configured: nothing is written back.',
  },
};

/** Undefined when there is nothing to ask. */
type Probe = (target: RegistrationTarget | undefined) => Promise<Finding[] | undefined>;

/** Asks whatever an integration writes to whether it could be written. */
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
    return (await this.probes[provider](target)) ?? [NOT_CONFIGURED[provider]];
  }
}
