import { randomBytes, hkdfSync } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { AppConfig, sameSecret } from '@rollcall/platform';
import type { Account, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { SignInKeys } from '../keys/sign-in-keys.js';
import { SignInAssets } from '../page/sign-in-assets.js';
import { SignInMetrics } from '../log/sign-in-metrics.js';
import { RegistrationRechecks } from '../people/registration-rechecks.js';
import { claimsOf } from '../people/claims.js';
import { CodeIssuer } from '../records/code-issuer.js';
import { FlowNotes } from '../records/flow-notes.js';
import { grantIdOf, RecordAdapter } from '../records/record-adapter.js';
import { SignInRecordRepository } from '../records/sign-in-record.repository.js';
import { type SignInSettings, toSignInSettings } from '../settings/sign-in-settings.js';
import type { SignInProviderRow } from '../settings/sign-in-provider.row.js';
import { SignInRepository } from '../settings/sign-in.repository.js';
import { acceptSecrets } from './accept-secrets.js';
import { providerConfiguration } from './provider-configuration.js';
import { problemPage } from '../page/problem-page.js';
import { signInHeaders } from '../page/sign-in-headers.js';

export interface BuiltProvider {
  provider: Provider;
  /** The provider's request listener. Stored, because the library builds a new one on each call of `callback()`. */
  handle: ReturnType<Provider['callback']>;
  settings: SignInSettings;
  /** When a signing key next changes its phase. The provider must then be built again. */
  until: Date | undefined;
}

/** Builds the OpenID library's provider for one integration. The library is loaded on first use. */
@Injectable()
export class ProviderFactory {
  private readonly log = new Logger(ProviderFactory.name);

  constructor(
    private readonly config: AppConfig,
    private readonly repository: SignInRepository,
    private readonly keys: SignInKeys,
    private readonly records: SignInRecordRepository,
    private readonly codes: CodeIssuer,
    private readonly assets: SignInAssets,
    private readonly rechecks: RegistrationRechecks,
    private readonly metrics: SignInMetrics,
  ) {}

  async build(row: SignInProviderRow): Promise<BuiltProvider> {
    const { Provider, errors, interactionPolicy } = await import('oidc-provider');
    const settings = toSignInSettings(row, this.config.publicUrl);
    const key = { tenantId: settings.tenantId, integrationId: settings.integrationId };
    const [{ jwks, until }, secrets] = await Promise.all([this.keys.open(key), this.openSecrets(key)]);
    const notes = new FlowNotes();
    const parts = { key, records: this.records, codes: this.codes, notes, errors, context: () => Provider.ctx };
    const provider: Provider = new Provider(
      settings.issuer,
      providerConfiguration({
        settings,
        secrets,
        jwks,
        cookieKeys: cookieKeys(this.config, settings.integrationId),
        issuerPath: new URL(settings.issuer).pathname,
        secure: settings.issuer.startsWith('https:'),
        policy: interactionPolicy,
        adapter: (model) => new RecordAdapter(model, parts),
        pageUrl: (uid) => `${this.config.publicUrl}/sign-in/${settings.integrationId}/${uid}`,
        findAccount: (context, sub, token) => findAccount(notes, context, sub, token),
        makeGrant: async ({ oidc }) => {
          const accountId = oidc.account?.accountId ?? '';
          const jti = grantIdOf(accountId, settings.clientId, randomBytes(8).toString('base64url'));
          const grant = new provider.Grant({ accountId, clientId: settings.clientId, jti } as never);
          grant.addOIDCScope('openid profile email');
          return grant;
        },
        renderError: (context, out) => renderProblem(context, out, this.assets.urls['sign-in.css']),
      }),
    );
    // Each request gets PUBLIC_URL as its forwarded address, so that the library's URLs do not depend on the Host
    // header.
    provider.proxy = true;
    this.observe(provider, key);
    await acceptSecrets(provider, settings.clientId, secrets, sameSecret);
    return { provider, handle: provider.callback(), settings, until };
  }

  private observe(provider: Provider, key: IntegrationKey): void {
    provider.on('interaction.started', ({ oidc }) => {
      this.metrics.countRedirect();
      const hint = oidc.params?.['login_hint'];
      if (typeof hint === 'string' && hint !== '')
        this.rechecks.requestByHint(key, hint, oidc.entities.Interaction?.uid ?? '');
    });
    provider.on('server_error', (_context, error) => this.log.error(error));
    // Logs errors here. Without a listener, Koa would write them to stderr.
    (provider as EventEmitter).on('error', (error: unknown) => this.log.error(error));
  }

  private async openSecrets(key: IntegrationKey): Promise<string[]> {
    const rows = await this.repository.secretsOf(key);
    return rows.filter(({ revoked_at }) => revoked_at === null).map((row) => this.repository.openSecret(row));
  }
}

/**
 * Does not look up the person. At the authorization endpoint, the statement that issues the code checks the person.
 * Later, the statement that reads the code or token checks them.
 */
async function findAccount(
  notes: FlowNotes,
  context: KoaContextWithOIDC,
  sub: string,
  token: object | undefined,
): Promise<Account | undefined> {
  if (!token) return { accountId: sub, claims: () => ({ sub }) };
  const [note, person] = [notes.of(context), notes.personOf(context)];
  return note && person && { accountId: sub, claims: () => claimsOf(sub, person, note) };
}

/**
 * The keys that sign the cookies of an integration's flows. One key is derived from each encryption key, so that all
 * replicas have the same keys. The first key signs, and all keys verify. A cookie is valid for one integration only.
 */
function cookieKeys({ encryptionKeys }: Pick<AppConfig, 'encryptionKeys'>, integrationId: string): string[] {
  return encryptionKeys.map(({ key }) =>
    Buffer.from(hkdfSync('sha256', key, '', `rollcall sign-in cookies ${integrationId}`, 32)).toString('base64url'),
  );
}

/**
 * Shows an error that cannot be sent to a redirect URI. A person sees it only if the client and the provider have
 * contradictory settings.
 */
function renderProblem(
  context: Pick<KoaContextWithOIDC, 'set' | 'type' | 'body'>,
  out: { error: string; error_description?: string | undefined },
  styleUrl: string,
): void {
  context.set({ ...signInHeaders() });
  context.body = problemPage(out, styleUrl);
}
