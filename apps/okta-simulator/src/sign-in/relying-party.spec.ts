import { createHmac } from 'node:crypto';
import { OktaSimulator } from '../okta-simulator.js';
import { Browser } from './browser.js';
import { type ClaimsChange, ScriptedProvider } from './scripted-provider.js';

const ADA = 'ada@rollcall.example';
const PERSON = { sub: 'sub-ada', preferred_username: ADA, email: ADA, amr: ['mfa'] };

describe('signing in through an identity provider', () => {
  let okta: OktaSimulator;
  let provider: ScriptedProvider;

  beforeEach(async () => {
    okta = await OktaSimulator.start({ registrationAttribute: true });
    okta.addPerson(ADA, { profile: { byndidRegistered: true } });
    provider = await ScriptedProvider.start();
    provider.person = PERSON;
  });
  afterEach(async () => {
    provider.stop();
    await okta.stop();
  });

  const route = (change: Parameters<ScriptedProvider['settings']>[0] = {}, fallBack = false) => {
    const idp = okta.org.idps.add(provider.settings(change));
    okta.addRoutingRule('byndidRegistered', 'true', { providerId: idp.id, shouldFallBackToOkta: fallBack });
    return idp;
  };
  const signIn = (login = ADA, browser = new Browser()) =>
    browser.open(`${okta.url}/signin?login=${encodeURIComponent(login)}`);
  const lastReason = () => okta.org.signIns.all.at(-1)?.reason;
  const change = (claims: object): void => {
    provider.change = (all) => ({ ...all, ...claims });
  };

  it('redirects by the rule, sends the login as hint, links the account and ends on the dashboard', async () => {
    const idp = route();
    const page = await signIn();
    expect([page.url, page.text]).toEqual([`${okta.url}/app/UserHome`, expect.stringContaining(`data-user="${ADA}"`)]);
    expect(Object.fromEntries(provider.authorizations[0] ?? [])).toMatchObject({
      login_hint: ADA,
      response_type: 'code',
      redirect_uri: `${okta.url}/oauth2/v1/authorize/callback`,
    });
    expect(okta.org.idps.linksOf(idp.id)).toMatchObject([{ userId: okta.person(ADA).id, externalId: 'sub-ada' }]);
  });

  it('leaves users without the attribute at the password page', async () => {
    route();
    okta.addPerson('alan@rollcall.example');
    expect((await signIn('alan@rollcall.example')).text).toContain('Sign in with your password');
    expect(provider.authorizations).toEqual([]);
  });

  it.each<[string, ClaimsChange]>([
    ['another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' })],
    ['another audience', (claims) => ({ ...claims, aud: 'somebody' })],
    ['another nonce', (claims) => ({ ...claims, nonce: 'other' })],
    ['no nonce', ({ nonce: _nonce, ...claims }) => claims],
    ['an expiry one second ago', (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 })],
    ['an issue time in the future', (claims) => ({ ...claims, iat: Math.floor(Date.now() / 1000) + 60 })],
    ['no email', ({ email: _email, ...claims }) => claims],
    ['no claim of the username template', ({ preferred_username: _name, ...claims }) => claims],
  ])('refuses an ID token with %s', async (_, changed) => {
    route();
    provider.change = changed;
    const page = await signIn();
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('data-code="GENERAL_NONSUCCESS"')]);
    expect(okta.org.signIns.all.at(-1)?.outcome).toBe('FAILURE');
  });

  it('refuses a token signed by a key that is not published', async () => {
    route();
    provider.forged = true;
    expect((await signIn()).status).toBe(400);
  });

  it('accepts an expired token within maxClockSkew', async () => {
    route({ policy: { maxClockSkew: 120_000 } });
    change({ exp: Math.floor(Date.now() / 1000) - 60 });
    expect((await signIn()).status).toBe(200);
  });

  it('requires amr only from a provider whose claims it trusts', async () => {
    route({ policy: { trustClaims: true } });
    change({ amr: undefined });
    expect((await signIn()).status).toBe(400);
    expect(lastReason()).toContain('amr');
    change({ amr: ['mfa'] });
    expect((await signIn()).status).toBe(200);
  });

  it('follows the link when login and email have changed, and refuses another sub for a linked user', async () => {
    route();
    await signIn();
    provider.person = { sub: 'sub-ada', preferred_username: 'renamed@rollcall.example', email: 'new@rollcall.example' };
    expect((await signIn()).text).toContain(`data-user="${ADA}"`);
    provider.person = { ...PERSON, sub: 'sub-new' };
    expect([(await signIn()).status, lastReason()]).toEqual([400, expect.stringContaining('its sub has changed')]);
  });

  it('refuses a user who is not active', async () => {
    route();
    okta.changeStatus(ADA, 'suspend');
    expect([(await signIn()).status, lastReason()]).toEqual([400, expect.stringContaining('SUSPENDED')]);
  });

  it("shows Okta's own page when no user matches the person, and creates users only with JIT", async () => {
    const idp = route();
    provider.person = { sub: 'sub-new', preferred_username: 'new@rollcall.example', email: 'new@rollcall.example' };
    expect((await signIn()).text).toContain('Sign in with your password');
    const { policy } = provider.settings({ policy: { provisioning: { action: 'AUTO' } } });
    okta.org.idps.update(idp.id, { policy });
    expect((await signIn()).text).toContain('data-user="new@rollcall.example"');
  });

  it("shows the error of the provider, or Okta's own page if the rule says so", async () => {
    route();
    provider.error = 'access_denied';
    expect((await signIn()).text).toContain('data-code="access_denied"');
    okta.org.routing.clear();
    okta.org.idps.all.forEach(({ id }) => okta.org.idps.remove(id));
    route({}, true);
    expect((await signIn()).text).toContain('Sign in with your password');
  });

  it('accepts a callback once, from the browser that began', async () => {
    route();
    const stranger = new Browser();
    const [began] = [await fetch(`${okta.url}/signin?login=${ADA}`, { redirect: 'manual' })];
    const back = (await fetch(began.headers.get('location') ?? '', { redirect: 'manual' })).headers.get('location');
    expect((await stranger.open(back ?? '')).text).toContain('data-code="invalid_state"');
  });

  it('sends PKCE, application context, prompt and max_age when set up or asked to', async () => {
    const settings = { sendApplicationContext: true };
    const idp = route({ client: { pkce_required: true }, protocol: { settings } });
    await new Browser().open(`${okta.url}/sso/idps/${idp.id}?prompt=login&max_age=60`);
    expect(Object.fromEntries(provider.authorizations[0] ?? [])).toMatchObject({
      code_challenge_method: 'S256',
      app_name: 'Okta Dashboard',
      app_instance_id: expect.stringMatching(/^0oa/),
      prompt: 'login',
      max_age: '60',
    });
    expect(provider.tokenRequests[0]?.form.get('code_verifier')).toMatch(/^.{43,}$/);
  });

  it('authenticates by basic, by post, or by a signed assertion', async () => {
    const idp = route();
    await signIn();
    const update = (client: object) =>
      okta.org.idps.update(idp.id, { protocol: provider.settings({ client }).protocol });
    update({ token_endpoint_auth_method: 'client_secret_post' });
    await signIn();
    update({ client_secret: undefined, token_endpoint_auth_method: 'private_key_jwt' });
    expect((await signIn()).status).toBe(200);
    const [basic, post, assertion] = provider.tokenRequests;
    expect(basic?.authorization).toMatch(/^Basic /);
    expect(post?.form.get('client_secret')).toBe('a secret for the simulated org');
    expect(assertion?.form.get('client_assertion_type')).toContain('jwt-bearer');
  });

  it('signs requests with the client secret when set up to', async () => {
    route({ protocol: { algorithms: { request: { signature: { algorithm: 'HS256', scope: 'REQUEST' } } } } });
    expect((await signIn()).status).toBe(200);
    const [head, body, signature] = (provider.authorizations[0]?.get('request') ?? '').split('.');
    const expected = createHmac('sha256', 'a secret for the simulated org')
      .update(`${head}.${body}`)
      .digest('base64url');
    expect(signature).toBe(expected);
    expect(provider.authorizations[0]?.get('login_hint')).toBeNull();
  });
});
