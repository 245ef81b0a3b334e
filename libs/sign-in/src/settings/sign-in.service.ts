import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  DirectoryIntegrationService,
  DirectoryProvider,
  RegistrationSyncService,
} from '@rollcall/directory-integration';
import {
  AppConfig,
  type AuditAction,
  AuditTrail,
  type Caller,
  Clock,
  Database,
  DomainError,
  isId,
  mintToken,
  newId,
  type Tx,
} from '@rollcall/platform';
import { SignInKeys } from '../keys/sign-in-keys.js';
import { breakingUpdate } from './breaking-update.js';
import { nextClientJwks, requireClientJwks } from './client-jwks.js';
import { OKTA_CALLBACK_PATH, requireRedirectUris } from './redirect-uris.js';
import type { SignInProviderRow } from './sign-in-provider.row.js';
import type { SignInSecretRow } from './sign-in-secret.row.js';
import { type SignInSettings, toSignInSettings } from './sign-in-settings.js';
import { SignInRepository } from './sign-in.repository.js';

/** Input of an administrator. A field that is omitted is not changed, or gets its default. */
export interface SignInInput {
  integrationId: string;
  redirectUris?: readonly string[] | null | undefined;
  /** JSON of a public JWK or JWK Set; empty to use a client secret instead of keys. */
  clientJwks?: string | null | undefined;
}

export interface EnabledSettings {
  settings: SignInSettings;
  /** The new client secret. It is shown only once. */
  clientSecret: string;
}

const MAX_SECRETS = 5;

/** Enables and disables an integration's sign-in, and changes its client. A change applies from the next request on. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncService,
    private readonly repository: SignInRepository,
    private readonly keys: SignInKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** @throws NOT_FOUND; BAD_USER_INPUT with the name of the invalid field; CONFLICT if sign-in is already enabled */
  async enable(caller: Caller, input: SignInInput): Promise<EnabledSettings> {
    await this.integrations.get(caller, input.integrationId);
    const redirectUris = await this.redirectUrisOf(caller, input);
    const clientJwks = input.clientJwks ? requireClientJwks(input.clientJwks) : null;
    const key = keyOf(caller, input.integrationId);
    const signingKey = await this.keys.make();
    return this.change(caller, key, 'sign_in.enabled', async (tx) => {
      const before = await this.repository.find(key, tx);
      if (before?.enabled) throw DomainError.conflict('Sign-in is enabled for this integration already.');
      const clientId = before?.client_id ?? mintToken('client', caller.tenantId).token;
      const row = await this.repository.enable(tx, key, { clientId, redirectUris, clientJwks });
      await this.keys.ensure(tx, key, signingKey);
      const clientSecret = await this.addSecret(tx, key);
      return { row, result: { settings: this.present(row), clientSecret }, detail: { redirectUris } };
    });
  }

  /** @throws NOT_FOUND; BAD_USER_INPUT with the name of the invalid field */
  async update(caller: Caller, input: SignInInput): Promise<SignInSettings> {
    const key = keyOf(caller, input.integrationId);
    return this.change(caller, key, 'sign_in.updated', async (tx) => {
      const before = await this.require(key, tx);
      const { redirectUris, clientJwks } = this.clientAfter(this.present(before), input);
      const row = await this.repository.update(tx, key, { enabled: before.enabled, redirectUris, clientJwks });
      return { row, result: this.present(row), detail: { redirectUris, privateKeyJwt: clientJwks !== null } };
    });
  }

  /**
   * Says why Okta could no longer use the provider after this update, unless Okta's settings are changed too.
   * @returns undefined if nothing breaks, or the provider is not in use
   * @throws BAD_USER_INPUT with the name of the invalid field
   */
  async breakage({ tenantId }: Caller, input: SignInInput): Promise<string | undefined> {
    const before = await this.find({ tenantId, integrationId: input.integrationId });
    return before?.enabled ? breakingUpdate(before, this.clientAfter(before, input)) : undefined;
  }

  /** Disables sign-in and revokes every client secret. Enabling it again creates a new secret. @throws NOT_FOUND */
  async disable(caller: Caller, integrationId: string): Promise<void> {
    const key = keyOf(caller, integrationId);
    await this.change(caller, key, 'sign_in.disabled', async (tx) => {
      const before = await this.require(key, tx);
      const { redirect_uris: redirectUris, client_jwks: clientJwks } = before;
      const row = await this.repository.update(tx, key, { enabled: false, redirectUris, clientJwks });
      await this.repository.revokeSecrets(tx, key, this.clock.now());
      return { row, result: undefined, detail: {} };
    });
  }

  /**
   * Creates a new client secret. Earlier secrets stay valid until they are revoked. @throws NOT_FOUND; CONFLICT if
   * there are too many
   */
  async rotateSecret(caller: Caller, integrationId: string): Promise<EnabledSettings> {
    const key = keyOf(caller, integrationId);
    return this.change(caller, key, 'sign_in.secret_rotated', async (tx) => {
      await this.requireEnabled(key, tx);
      if ((await this.liveSecrets(key, tx)).length >= MAX_SECRETS) {
        throw DomainError.conflict(`There are ${MAX_SECRETS} client secrets in use. Revoke one first.`);
      }
      const clientSecret = await this.addSecret(tx, key);
      const row = await this.repository.bump(tx, key);
      return { row, result: { settings: this.present(row), clientSecret }, detail: {} };
    });
  }

  /** Revokes a client secret. Idempotent. @throws NOT_FOUND; CONFLICT if it is the only secret */
  async revokeSecret(caller: Caller, id: string): Promise<SignInSettings> {
    const secret = isId(id) ? await this.repository.findSecret(caller.tenantId, id) : undefined;
    if (!secret) throw DomainError.notFound('Client secret', id);
    const key = keyOf(caller, secret.integration_id);
    if (secret.revoked_at) return this.present(await this.require(key));
    return this.change(caller, key, 'sign_in.secret_revoked', async (tx) => {
      const before = await this.require(key, tx);
      const live = await this.liveSecrets(key, tx);
      if (before.enabled && live.length === 1 && live[0]?.id === id) {
        throw DomainError.conflict('This is the only client secret. Rotate it first, or disable sign-in.');
      }
      await this.repository.revokeSecrets(tx, key, this.clock.now(), id);
      const row = await this.repository.bump(tx, key);
      return { row, result: this.present(row), detail: { secretId: id, lastFour: secret.last_four } };
    });
  }

  /**
   * Publishes a new key now. The key signs from an hour later. @throws NOT_FOUND; CONFLICT if an earlier new key does
   * not sign yet
   */
  async rotateKey(caller: Caller, integrationId: string): Promise<SignInSettings> {
    const key = keyOf(caller, integrationId);
    const made = await this.keys.make();
    return this.change(caller, key, 'sign_in.key_rotated', async (tx) => {
      await this.requireEnabled(key, tx);
      const signsAt = await this.keys.publish(tx, key, made);
      const row = await this.repository.bump(tx, key);
      return { row, result: this.present(row), detail: { kid: made.kid, signsAt: signsAt.toISOString() } };
    });
  }

  async find({ tenantId, integrationId }: IntegrationKey): Promise<SignInSettings | undefined> {
    const row = isId(integrationId) ? await this.repository.find({ tenantId, integrationId }) : undefined;
    return row && this.present(row);
  }

  async findMany(tenantId: string, integrationIds: readonly string[]): Promise<SignInSettings[]> {
    return (await this.repository.findMany(tenantId, integrationIds)).map((row) => this.present(row));
  }

  /** @returns the integration of a client secret that is in use; undefined if the secret is revoked or unknown */
  async integrationOfSecret(tenantId: string, id: string): Promise<string | undefined> {
    const secret = isId(id) ? await this.repository.findSecret(tenantId, id) : undefined;
    return secret?.revoked_at === null ? secret.integration_id : undefined;
  }

  /** The client secrets, newest first. Revoked ones are included. */
  secretsOf(key: IntegrationKey): Promise<SignInSecretRow[]> {
    return this.repository.secretsOf(key);
  }

  /** The newest client secret as plain text, for Okta's identity provider. */
  async openCurrentSecret(key: IntegrationKey): Promise<string | undefined> {
    const [current] = await this.liveSecrets(key);
    return current && this.repository.openSecret(current);
  }

  private clientAfter(before: SignInSettings, input: SignInInput): Pick<SignInSettings, 'redirectUris' | 'clientJwks'> {
    return {
      redirectUris: input.redirectUris
        ? requireRedirectUris(input.redirectUris, this.config.oktaAllowedHosts)
        : before.redirectUris,
      clientJwks: nextClientJwks(before.clientJwks, input.clientJwks),
    };
  }

  private async redirectUrisOf(caller: Caller, input: SignInInput): Promise<string[]> {
    if (input.redirectUris && input.redirectUris.length > 0) {
      return requireRedirectUris(input.redirectUris, this.config.oktaAllowedHosts);
    }
    const sync = await this.syncs.find(caller.tenantId, input.integrationId);
    if (sync?.provider !== DirectoryProvider.OKTA) {
      throw DomainError.badInput(
        'Enter the redirect URI of the client, or connect the integration to an Okta org first.',
        'redirectUris',
      );
    }
    return [sync.baseUrl + OKTA_CALLBACK_PATH];
  }

  private async addSecret(tx: Tx, key: IntegrationKey): Promise<string> {
    const { token: secret, lastFour } = mintToken('secret', key.tenantId);
    await this.repository.addSecret(tx, key, { id: newId(), secret, lastFour });
    return secret;
  }

  private async liveSecrets(key: IntegrationKey, tx?: Tx): Promise<SignInSecretRow[]> {
    return (await this.repository.secretsOf(key, tx)).filter(({ revoked_at }) => revoked_at === null);
  }

  private async require(key: IntegrationKey, tx?: Tx): Promise<SignInProviderRow> {
    const row = await this.repository.find(key, tx);
    if (!row) throw DomainError.notFound('Sign-in of integration', key.integrationId);
    return row;
  }

  private async requireEnabled(key: IntegrationKey, tx: Tx): Promise<void> {
    const { enabled } = await this.require(key, tx);
    if (!enabled) throw DomainError.conflict('Sign-in is disabled for this integration. Enable it first.');
  }

  /** Locks the integration, so that concurrent changes wait for each other. */
  private async change<T>(
    caller: Caller,
    key: IntegrationKey,
    action: AuditAction,
    work: (tx: Tx) => Promise<{ row: SignInProviderRow; result: T; detail: Record<string, unknown> }>,
  ): Promise<T> {
    return this.database.transaction(async (tx) => {
      const { id } = await this.integrations.lock(tx, caller, key.integrationId);
      const { row, result, detail } = await work(tx);
      await this.audit.record(tx, caller, {
        action,
        integrationId: id,
        subject: { type: 'integration', id },
        detail: { clientId: row.client_id, ...detail },
      });
      return result;
    });
  }

  private present(row: SignInProviderRow): SignInSettings {
    return toSignInSettings(row, this.config.publicUrl);
  }
}

function keyOf({ tenantId }: Caller, integrationId: string): IntegrationKey {
  return { tenantId, integrationId };
}
