import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { DomainError } from '@rollcall/platform';
import { SignInService } from '../settings/sign-in.service.js';
import type { OktaSignInRow } from './okta-sign-in.row.js';
import { OktaSignInRepository } from './okta-sign-in.repository.js';

const IN_USE =
  'Okta uses this client secret, and without it no one can sign in. Give Okta another one first (rotate it, or run "Create in Okta"), or revoke it with force.';
const NOT_KNOWN =
  'Rollcall cannot see which client secret Okta holds. Check that Okta has another one, then revoke this one with force.';

/**
 * Whether Okta uses this client secret.
 * @returns null if the identity provider was created by hand, because its secret cannot be read from Okta
 */
export function isHeldByOkta(secretId: string, row: OktaSignInRow | undefined): boolean | null {
  return row?.secret_id ? row.secret_id === secretId : null;
}

/** Prevents administrators from revoking the client secret that Okta uses. */
@Injectable()
export class ClientSecretInOkta {
  constructor(
    private readonly signIns: SignInService,
    private readonly repository: OktaSignInRepository,
  ) {}

  /** @throws CONFLICT if Okta uses this secret, or may use it */
  async requireReplaced(tenantId: string, secretId: string): Promise<void> {
    const integrationId = await this.signIns.integrationOfSecret(tenantId, secretId);
    if (integrationId === undefined) return;
    const key: IntegrationKey = { tenantId, integrationId };
    const settings = await this.signIns.find(key);
    if (!settings?.enabled || settings.clientJwks !== null) return;
    const held = isHeldByOkta(secretId, await this.repository.find(key));
    if (held !== false) throw DomainError.conflict(held ? IN_USE : NOT_KNOWN);
  }
}
