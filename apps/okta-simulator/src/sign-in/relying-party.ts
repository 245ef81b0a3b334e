import { randomBytes } from 'node:crypto';
import type { IdentityProvider } from '../idps/identity-provider.js';
import type { OktaOrg } from '../org/okta-org.js';
import { loginOf, type OktaUser } from '../org/okta-user.js';
import { accountOf, SignInRefused, type Claims } from './account-linking.js';
import { authorize, configurationOf, exchange, type AuthorizationRequest, type RequestOptions } from './oidc-client.js';

interface PendingSignIn extends AuthorizationRequest {
  /** A cookie that identifies the browser in which the sign-in began. */
  readonly browser: string;
  readonly loginHint: string | undefined;
  readonly fallsBack: boolean;
}

/** How a sign-in through an identity provider ended. */
export type SignInEnd =
  | { kind: 'SIGNED_IN'; user: OktaUser; idp: IdentityProvider }
  | { kind: 'PASSWORD'; login: string }
  | { kind: 'REFUSED'; code: string; reason: string };

const DASHBOARD = { name: 'Okta Dashboard', instanceId: '0oa1dashboardrCl697' };
const MAX_PENDING = 10_000;

/** The org as an OpenID Connect client of its identity providers. */
export class RelyingParty {
  private readonly pending = new Map<string, PendingSignIn>();

  constructor(private readonly org: OktaOrg) {}

  /** @param browser cookie of the browser, if it has been here before */
  async begin(
    idp: IdentityProvider,
    browser: string | undefined,
    { fallsBack = false, ...options }: Omit<RequestOptions, 'app'> & { fallsBack?: boolean | undefined },
  ): Promise<{ url: string; browser: string }> {
    const { url, request } = await authorize(this.org, idp, { ...options, app: DASHBOARD });
    const known = browser ?? randomBytes(24).toString('base64url');
    if (this.pending.size >= MAX_PENDING) this.pending.delete(this.pending.keys().next().value ?? '');
    this.pending.set(request.state, { ...request, browser: known, loginHint: options.loginHint, fallsBack });
    return { url: url.href, browser: known };
  }

  /** @param callback the URL to which the provider has sent the browser */
  async finish(callback: URL, browser: string | undefined): Promise<SignInEnd> {
    const pending = this.pending.get(callback.searchParams.get('state') ?? '');
    const idp = pending && this.org.idps.find(pending.idpId);
    if (!pending || !idp || pending.browser !== browser)
      return { kind: 'REFUSED', code: 'invalid_state', reason: 'The state is unknown, used, or of another browser' };
    this.pending.delete(pending.state);
    let claims: Claims | undefined;
    try {
      claims = await this.claimsOf(idp, callback, pending);
      return this.signedIn(idp, claims, pending);
    } catch (error) {
      return this.refused(idp, pending, claims, error);
    }
  }

  private async claimsOf(idp: IdentityProvider, callback: URL, pending: PendingSignIn): Promise<Claims> {
    const error = callback.searchParams.get('error');
    if (error) {
      const description = callback.searchParams.get('error_description') ?? 'no description';
      throw new SignInRefused('access_denied', `${error}: ${description}`);
    }
    if (idp.status !== 'ACTIVE') throw new SignInRefused('GENERAL_NONSUCCESS', `${idp.name} is not active`);
    const claims = await exchange(await configurationOf(this.org, idp), callback, pending);
    const latest = this.org.now() / 1000 + (idp.policy.maxClockSkew ?? 0) / 1000;
    if (Number(claims['iat']) > latest + 1) throw new Error('The ID token was issued in the future');
    return claims;
  }

  private signedIn(idp: IdentityProvider, claims: Claims, { loginHint }: PendingSignIn): SignInEnd {
    const user = accountOf(this.org, idp, claims);
    if (!user) {
      const login = loginHint ?? '';
      const reason = 'Unable to match the transformed username';
      this.org.signIns.add({ idpId: idp.id, outcome: 'PASSWORD', login, reason, claims });
      return { kind: 'PASSWORD', login };
    }
    this.org.signIns.add({ idpId: idp.id, outcome: 'SUCCESS', login: loginOf(user), reason: null, claims });
    return { kind: 'SIGNED_IN', user, idp };
  }

  private refused(
    idp: IdentityProvider,
    { fallsBack, loginHint }: PendingSignIn,
    claims: Claims | undefined,
    error: unknown,
  ): SignInEnd {
    const code = error instanceof SignInRefused ? error.code : 'GENERAL_NONSUCCESS';
    const reason = reasonOf(error);
    const outcome = fallsBack ? 'PASSWORD' : 'FAILURE';
    this.org.signIns.add({ idpId: idp.id, outcome, login: loginHint ?? null, reason, claims: claims ?? null });
    return fallsBack ? { kind: 'PASSWORD', login: loginHint ?? '' } : { kind: 'REFUSED', code, reason };
  }
}

/** The library's message is only "unexpected claim value". The error's cause contains the name of the claim. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause: unknown = error.cause;
  const detail =
    cause instanceof Error ? cause.message : cause === undefined ? '' : JSON.stringify(cause, withoutTokens);
  return detail === '' ? error.message : `${error.message} (${detail.slice(0, 300)})`;
}

function withoutTokens(key: string, value: unknown): unknown {
  return /token|code|secret/i.test(key) ? undefined : value;
}
