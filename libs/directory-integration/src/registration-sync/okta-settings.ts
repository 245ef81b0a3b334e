import { Injectable } from '@nestjs/common';
import { AppConfig, DomainError, SealedColumns, SecretBox } from '@rollcall/platform';
import { normalizeOktaDomain } from '../okta-domain/okta-domain.js';
import { OktaAuthMode } from './okta-auth-mode.js';
import { DEFAULT_ATTRIBUTE } from './okta-input.js';
import { isPausedByHand } from './pause-by-hand.js';
import type { RegistrationSyncRow } from './registration-sync.row.js';
import type { RegistrationSyncSetting } from './registration-sync.repository.js';

export interface OktaSettingsInput {
  oktaDomain: string;
  /** If omitted, the stored token is kept. */
  apiToken?: string | null | undefined;
  attribute?: string | null | undefined;
  enabled?: boolean | null | undefined;
  /** If omitted, the stored mode is kept. If an API token is given, the mode becomes API_TOKEN. */
  authMode?: OktaAuthMode | undefined;
}

type RowKey = Pick<RegistrationSyncRow, 'tenant_id' | 'integration_id'>;

/** Converts an administrator's input to the stored settings, in which the token is encrypted. Also decrypts the stored token. */
@Injectable()
export class OktaSettings {
  constructor(
    private readonly config: AppConfig,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: 'registration_syncs',
      column: 'sealed_api_token',
      primaryKey: ['tenant_id', 'integration_id'],
      aadOf: ([tenant_id = '', integration_id = '']) => aadOf({ tenant_id, integration_id }),
    });
  }

  /**
   * Computes the next settings. A new token, domain or sign-in mode ends a pause, because it may have removed the cause
   * of the pause. A pause by an administrator is kept.
   * @throws BAD_USER_INPUT with the faulty field
   */
  next(key: RowKey, current: RegistrationSyncRow | undefined, input: OktaSettingsInput): RegistrationSyncSetting {
    const { domain } = normalizeOktaDomain(input.oktaDomain, this.config.oktaAllowedHosts);
    const sameOrg = current?.okta_domain === domain;
    const apiToken = input.apiToken ?? undefined;
    // A token belongs to one org, so it must not be sent to a new domain.
    const kept = sameOrg ? current.sealed_api_token : null;
    const given = apiToken === undefined ? input.authMode : OktaAuthMode.API_TOKEN;
    const authMode = given ?? current?.auth_mode ?? OktaAuthMode.API_TOKEN;
    if (authMode === OktaAuthMode.API_TOKEN && apiToken === undefined && kept === null) {
      throw DomainError.badInput(`An API token of ${domain} is required.`, 'apiToken');
    }
    const sameWay = sameOrg && apiToken === undefined && input.authMode === undefined;
    const stillPaused = sameWay || isPausedByHand(current?.paused_reason);
    return {
      tenant_id: key.tenant_id,
      integration_id: key.integration_id,
      okta_domain: domain,
      attribute: input.attribute ?? current?.attribute ?? DEFAULT_ATTRIBUTE,
      enabled: input.enabled ?? current?.enabled ?? true,
      auth_mode: authMode,
      sealed_api_token: apiToken === undefined ? kept : this.sealApiToken(key, apiToken),
      scim: null,
      sealed_scim_secret: null,
      paused_reason: (stillPaused && current?.paused_reason) || null,
      paused_at: (stillPaused && current?.paused_at) || null,
    };
  }

  sealApiToken(key: RowKey, token: string): string {
    return this.secrets.seal(token, aadOf(key));
  }

  openApiToken(row: RegistrationSyncRow): string | undefined {
    return row.sealed_api_token === null ? undefined : this.secrets.open(row.sealed_api_token, aadOf(row));
  }
}

/** AAD that binds an encrypted token to its row. A copy of the token in another row cannot be decrypted. */
function aadOf(key: RowKey): string {
  return `registration_syncs.api_token:${key.tenant_id}:${key.integration_id}`;
}
