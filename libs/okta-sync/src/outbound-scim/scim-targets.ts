import { Injectable } from '@nestjs/common';
import {
  ScimAuthenticationType,
  ScimRegistrationService,
  type RegistrationSyncSettings,
  type ScimAddress,
} from '@rollcall/directory-integration';
import { OktaQuotas } from '@rollcall/okta';
import { RefusalInspection } from './refusal-inspection.js';
import { ScimFlagWriter } from './write/scim-flag-writer.js';
import type { ScimCredentials } from './transport/scim-server.js';
import { ScimProbe } from './scim-probe.js';
import { ScimTarget } from './scim-target.js';
import { ScimTrueSet } from './users/scim-true-set.js';
import { ScimUsers } from './users/scim-users.js';

/** Creates the target of an integration with a SCIM server. Decrypts its secret. */
@Injectable()
export class ScimTargets {
  constructor(
    private readonly registrations: ScimRegistrationService,
    private readonly users: ScimUsers,
    private readonly flags: ScimFlagWriter,
    private readonly trueSet: ScimTrueSet,
    private readonly refusals: RefusalInspection,
    private readonly quotas: OktaQuotas,
    private readonly probe: ScimProbe,
  ) {}

  /** Undefined if the secret is missing. */
  async open(settings: RegistrationSyncSettings, address: ScimAddress): Promise<ScimTarget | undefined> {
    const { tenantId, integrationId, oktaDomain: domain, attribute } = settings;
    const secret = await this.registrations.openSecret(tenantId, integrationId);
    if (secret === undefined) return undefined;
    const { baseUrl, extension } = address;
    const credentials = credentialsOf(address, secret);
    const server = { tenantId, integrationId, domain, baseUrl, extension, attribute, credentials };
    const { users, flags, trueSet, refusals, quotas, probe } = this;
    const accepted = settings.lastWriteAt !== null && settings.lastWriteAt > settings.updatedAt;
    return new ScimTarget(server, { users, flags, trueSet, refusals, quotas, probe }, accepted);
  }
}

function credentialsOf(address: ScimAddress, secret: string): ScimCredentials {
  switch (address.authentication) {
    case ScimAuthenticationType.BEARER_TOKEN:
      return { type: 'BEARER_TOKEN', token: secret };
    case ScimAuthenticationType.BASIC:
      return { type: 'BASIC', userName: address.userName ?? '', password: secret };
    case ScimAuthenticationType.CLIENT_CREDENTIALS: {
      const { tokenEndpoint = '', clientId = '', scope } = address;
      return { type: 'CLIENT_CREDENTIALS', tokenEndpoint, clientId, clientSecret: secret, scope };
    }
  }
}
