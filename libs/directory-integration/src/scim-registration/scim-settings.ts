import { Injectable } from '@nestjs/common';
import { AppConfig, DomainError, SealedColumns, SecretBox } from '@rollcall/platform';
import { OktaAuthMode } from '../registration-sync/okta-auth-mode.js';
import { DEFAULT_ATTRIBUTE } from '../registration-sync/okta-input.js';
import { isPausedByHand } from '../registration-sync/pause-by-hand.js';
import type { RegistrationSyncRow } from '../registration-sync/registration-sync.row.js';
import type { RegistrationSyncSetting } from '../registration-sync/registration-sync.repository.js';
import type { ConfigureScimRegistrationInput, ScimAuthenticationInput } from './configure-scim-registration.input.js';
import type { ScimAddress } from '../registration-sync/scim-address.js';
import { ScimAuthenticationType } from '../registration-sync/scim-authentication-type.js';
import { requireBaseUrl, requireTokenEndpoint } from './scim-input.js';

type RowKey = Pick<RegistrationSyncRow, 'tenant_id' | 'integration_id'>;
/** How to sign in to the SCIM server, and the secret for it. */
type SignIn = { who: Omit<ScimAddress, 'baseUrl' | 'extension'>; secret: string };

/** Converts an administrator's input to the stored settings, in which the secret is encrypted. Also decrypts the stored secret. */
@Injectable()
export class ScimSettings {
  constructor(
    private readonly config: AppConfig,
    private readonly secrets: SecretBox,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.add({
      table: 'registration_syncs',
      column: 'sealed_scim_secret',
      primaryKey: ['tenant_id', 'integration_id'],
      aadOf: ([tenant_id = '', integration_id = '']) => aadOf({ tenant_id, integration_id }),
    });
  }

  /**
   * Computes the next settings. A new address, extension, attribute or secret ends a pause, because it may have removed
   * the cause of the pause. A pause by an administrator is kept.
   * @throws BAD_USER_INPUT with the faulty field
   */
  next(
    key: RowKey,
    current: RegistrationSyncRow | undefined,
    input: ConfigureScimRegistrationInput,
  ): RegistrationSyncSetting {
    const baseUrl = requireBaseUrl(input.baseUrl, this.config.oktaAllowedHosts);
    const signIn = input.authentication ? this.signIn(input.authentication) : undefined;
    // A secret belongs to one server: it must not be sent to a new address.
    const kept = current?.scim?.baseUrl === baseUrl ? current : undefined;
    const who = signIn?.who ?? kept?.scim;
    if (!who) throw DomainError.badInput(`Credentials for ${baseUrl} are required.`, 'authentication');
    const extension = input.extension ?? current?.scim?.extension;
    if (!extension) throw DomainError.badInput('The URN of an extension is required.', 'extension');
    const attribute = input.attribute ?? current?.attribute ?? DEFAULT_ATTRIBUTE;
    const same = !signIn && kept?.scim?.extension === extension && kept.attribute === attribute;
    const stillPaused = same || isPausedByHand(current?.paused_reason);
    return {
      tenant_id: key.tenant_id,
      integration_id: key.integration_id,
      okta_domain: baseUrl.replace(/^https?:\/\//, ''),
      attribute,
      enabled: input.enabled ?? current?.enabled ?? true,
      auth_mode:
        who.authentication === ScimAuthenticationType.CLIENT_CREDENTIALS ? OktaAuthMode.OAUTH : OktaAuthMode.API_TOKEN,
      sealed_api_token: null,
      scim: { ...who, baseUrl, extension },
      sealed_scim_secret: signIn ? this.secrets.seal(signIn.secret, aadOf(key)) : (kept?.sealed_scim_secret ?? null),
      paused_reason: (stillPaused && current?.paused_reason) || null,
      paused_at: (stillPaused && current?.paused_at) || null,
    };
  }

  openSecret(row: RegistrationSyncRow): string | undefined {
    return row.sealed_scim_secret === null ? undefined : this.secrets.open(row.sealed_scim_secret, aadOf(row));
  }

  private signIn({ bearerToken, basic, clientCredentials }: ScimAuthenticationInput): SignIn {
    const given = [bearerToken, basic, clientCredentials].filter((one) => one !== null && one !== undefined);
    if (given.length !== 1)
      throw DomainError.badInput('Give exactly one of bearerToken, basic and clientCredentials.', 'authentication');
    if (basic) {
      const { userName, password: secret } = basic;
      return { who: { authentication: ScimAuthenticationType.BASIC, userName }, secret };
    }
    if (!clientCredentials) {
      return { who: { authentication: ScimAuthenticationType.BEARER_TOKEN }, secret: bearerToken ?? '' };
    }
    const { clientId, clientSecret: secret, scope } = clientCredentials;
    const who = {
      authentication: ScimAuthenticationType.CLIENT_CREDENTIALS,
      tokenEndpoint: requireTokenEndpoint(clientCredentials.tokenEndpoint, this.config.oktaAllowedHosts),
      clientId,
      ...(scope && { scope }),
    };
    return { who, secret };
  }
}

/** AAD that binds an encrypted secret to its row. A copy of the secret in another row cannot be decrypted. */
function aadOf(key: RowKey): string {
  return `registration_syncs.scim_secret:${key.tenant_id}:${key.integration_id}`;
}
