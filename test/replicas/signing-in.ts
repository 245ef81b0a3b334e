import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { AdminApi } from '../e2e/admin-api.js';
import { Browser } from '../integration/sign-in/browser.js';
import { SoftwareAuthenticator } from '../integration/passkeys/software-authenticator.js';

const REDIRECT_URI = 'https://acme.okta.com/oauth2/v1/authorize/callback';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** A person, and the device that has their passkey. */
export interface PasskeyOwner {
  identityId: string;
  userName: string;
  device: SoftwareAuthenticator;
}

/** The provider of an integration, and the settings of its client, which is Okta. */
export interface SignInTarget {
  integrationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The requests of one sign-in, in the order in which they are sent. */
export const STEPS = ['authorize', 'challenge', 'passkey', 'code', 'token'] as const;
export type Step = (typeof STEPS)[number];

export async function enableSignIn(admin: AdminApi, integrationId: string): Promise<SignInTarget> {
  const { signIn, clientSecret } = await admin.ask<{
    signIn: { issuer: string; clientId: string };
    clientSecret: string;
  }>(
    'mutation ($input: EnableSignInInput!) { enableSignIn(input: $input) { signIn { issuer clientId } clientSecret } }',
    { input: { integrationId, redirectUris: [REDIRECT_URI] } },
  );
  return { integrationId, ...signIn, clientSecret };
}

/** Creates a person over SCIM and binds a passkey. @param at address of the server to use. @param origin PUBLIC_URL */
export async function addPasskeyOwner(
  at: string,
  { integrationId, scimToken, adminToken }: { integrationId: string; scimToken: string; adminToken: string },
  userName: string,
  origin: string,
): Promise<PasskeyOwner> {
  const { id } = await post(
    `${at}/scim/v2/${integrationId}/Users`,
    { schemas: [USER], userName, externalId: `00u${userName}`, active: true },
    { authorization: `Bearer ${scimToken}` },
  );
  const identityId = String(id);
  const device = await bindPasskey(at, new AdminApi(at, adminToken), identityId, origin);
  return { identityId, userName, device };
}

export async function bindPasskey(
  at: string,
  admin: AdminApi,
  identityId: string,
  origin: string,
): Promise<SoftwareAuthenticator> {
  const { url } = await admin.ask<{ url: string }>(
    'mutation ($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url } }',
    { input: { identityId } },
  );
  const link = at + new URL(url).pathname;
  const device = new SoftwareAuthenticator({ origin });
  const options = await post(`${link}/options`, {});
  const response = device.create(options as unknown as PublicKeyCredentialCreationOptionsJSON);
  await post(`${link}/verify`, { response });
  return device;
}

/**
 * Runs one sign-in, request by request. It sends the requests of the person's browser, and Okta's exchange of the code.
 */
export class SigningIn {
  private readonly browser: Browser;

  /** @param reach returns the address to which a request for a URL of PUBLIC_URL is sent */
  constructor(
    private readonly target: SignInTarget,
    private readonly owner: PasskeyOwner,
    private readonly reach: (url: URL) => URL,
    private readonly jwks: () => JSONWebKeySet,
  ) {
    this.browser = new Browser(reach);
  }

  /**
   * @param between called after each step
   * @returns the key that signed the ID token
   * @throws Error if a request is refused or gets no answer, or the ID token is for another person
   */
  async run(between: (done: Step) => Promise<void> = async () => undefined): Promise<string> {
    const { browser, target, owner } = this;
    const url = new URL(`${target.issuer}/auth`);
    url.search = new URLSearchParams({
      client_id: target.clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: REDIRECT_URI,
      nonce: owner.identityId,
    }).toString();
    const page = await browser.open(url);
    await between('authorize');
    const response = await browser.assertion(page, owner.device);
    await between('challenge');
    const { status, body } = await browser.post(`${page}/verify`, { response });
    if (!body.location) throw new Error(`verify: ${status} ${JSON.stringify(body)}`);
    await between('passkey');
    const callback = new URL(await browser.open(body.location));
    await between('code');
    const { id_token: idToken } = await this.exchange(callback.searchParams.get('code') ?? '');
    await between('token');
    const { payload, protectedHeader } = await jwtVerify(String(idToken), createLocalJWKSet(this.jwks()), {
      issuer: target.issuer,
      audience: target.clientId,
    });
    if (payload.sub !== owner.identityId || payload['nonce'] !== owner.identityId)
      throw new Error(`${owner.userName} was signed in as ${payload.sub}`);
    return protectedHeader.kid ?? '';
  }

  private async exchange(code: string): Promise<Record<string, unknown>> {
    const { issuer, clientId, clientSecret } = this.target;
    const answer = await fetch(this.reach(new URL(`${issuer}/token`)), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: REDIRECT_URI,
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`token: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
