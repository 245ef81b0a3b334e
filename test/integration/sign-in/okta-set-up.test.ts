import { ServiceApps } from '@rollcall/okta';
import { OktaRig } from './okta-rig.js';
import { SignInApp } from './sign-in-app.js';

let on: SignInApp;
let rig: OktaRig;

beforeAll(async () => {
  on = await SignInApp.start();
});
afterAll(() => on?.stop());
beforeEach(async () => {
  rig = await OktaRig.start(on);
});
afterEach(() => rig?.stop());

const provider = () => rig.okta.org.idps.all[0]!;
const rule = () => rig.okta.org.routing.all[0]!;

async function actions(): Promise<string[]> {
  const rows = await on.database.query<{ action: string }>(
    `select action from audit_events where tenant_id = $1 and action like 'okta\\_%' order by id`,
    [rig.key.tenantId],
  );
  return rows.map(({ action }) => action);
}

describe('the set-up of sign-in in Okta by API', () => {
  it('makes an identity provider and an inactive rule, and a person signs in to Okta once the rule is on', async () => {
    const ada = await rig.person('ada.lovelace@acme.example');
    const created = await rig.create();
    expect(created).toEqual({
      data: {
        createOktaIdentityProvider: {
          okta: {
            identityProviderId: provider().id,
            identityProviderStatus: 'ACTIVE',
            routingRuleId: rule().id,
            routingActive: false,
            checkedAt: expect.any(String),
          },
        },
      },
    });
    expect(provider()).toMatchObject({
      protocol: { issuer: { url: `${on.url}/oidc/${rig.key.integrationId}` } },
      policy: {
        accountLink: { action: 'AUTO' },
        provisioning: { action: 'DISABLED' },
        subject: { matchType: 'USERNAME', userNameTemplate: { template: 'idpuser.preferred_username' } },
      },
    });
    expect(rule()).toMatchObject({
      status: 'INACTIVE',
      conditions: { userIdentifier: { attribute: 'byndidRegistered' } },
    });
    expect(await rig.route(true)).toEqual({ data: { setOktaRouting: { okta: { routingActive: true } } } });
    expect(await rig.signInToOkta(ada.userName, ada.device)).toContain(`data-user="${ada.userName}"`);
    expect(rig.okta.org.idps.linksOf(provider().id)).toMatchObject([{ externalId: ada.id }]);
    expect(await actions()).toEqual([
      'okta_identity_provider.created',
      'okta_routing_rule.created',
      'okta_routing.activated',
    ]);
    const checks = await rig.checks();
    expect(Object.values(checks).map((check) => check.split(':')[0])).toEqual(['OK', 'OK', 'OK', 'OK']);
  });

  it.each([
    ['the identity provider', '/api/v1/idps'],
    ['the rule', '/api/v1/policies/'],
  ])('adopts the object if the answer to the creation of %s was lost', async (_, path) => {
    rig.okta.org.faults.set([{ kinds: ['reset-after'], times: 1, method: 'POST', path }]);
    expect((await rig.create()).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect((await rig.create()).errors).toBeUndefined();
    expect((await rig.create()).errors).toBeUndefined();
    expect([rig.okta.org.idps.all.length, rig.okta.org.routing.all.length]).toEqual([1, 1]);
    expect(rule().status).toBe('INACTIVE');
  });

  it('repairs differences, and does not change what the administrator chose', async () => {
    await rig.create();
    const { protocol, policy } = provider();
    rig.okta.org.idps.update(provider().id, {
      name: 'Our passkeys',
      status: 'INACTIVE',
      protocol: {
        ...protocol,
        issuer: { url: protocol.issuer.url },
        credentials: { client: { client_id: 'other', client_secret: 'x' } },
      },
      policy: { ...policy, maxClockSkew: 0, trustClaims: true, provisioning: { action: 'AUTO' } },
    });
    await rig.create();
    const settings = await on.signIns.find(rig.key);
    expect(provider()).toMatchObject({
      name: 'Our passkeys',
      status: 'ACTIVE',
      protocol: { credentials: { client: { client_id: settings?.clientId } } },
      policy: { maxClockSkew: 0, trustClaims: true, provisioning: { action: 'DISABLED' } },
    });
  });

  it('uses other names for a second integration of the org', async () => {
    rig.okta.org.idps.add({ ...template(), name: 'Rollcall passkeys' });
    rig.okta.addRoutingRule();
    expect((await rig.create()).errors).toBeUndefined();
    expect(rig.okta.org.idps.all.map(({ name }) => name)).toEqual([
      'Rollcall passkeys',
      `Rollcall passkeys ${rig.key.integrationId.slice(-6)}`,
    ]);
  });

  it('reports the missing rights if Okta refuses, and shows the values to enter by hand', async () => {
    const ownerId = rig.okta.person('admin@okta.example').id;
    await rig.connect(rig.okta.org.tokens.create({ ownerId, role: 'read-only' }));
    const { errors } = await rig.create();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(
        /does not let these credentials manage identity providers.*E0000006.*oktaSettings/s,
      ),
      extensions: { code: 'FORBIDDEN' },
    });
    const { data } = await rig.ask(
      `query ($id: ID!) { directoryIntegration(id: $id) { signIn { issuer clientId oktaSettings { label value } } } }`,
    );
    const { signIn } = data!['directoryIntegration'] as {
      signIn: { issuer: string; clientId: string; oktaSettings: { label: string; value: string }[] };
    };
    expect(Object.fromEntries(signIn.oktaSettings.map(({ label, value }) => [label, value]))).toMatchObject({
      Issuer: signIn.issuer,
      'Client ID': signIn.clientId,
      'Authorization endpoint': `${signIn.issuer}/auth`,
      'IdP Username': 'idpuser.preferred_username',
      'Match against': 'Okta Username',
    });
  });

  it('requests more OAuth scopes only here: without them the registration sync keeps its token', async () => {
    const apps = on.app.get(ServiceApps, { strict: false });
    const { integrationId } = rig.key;
    const { scopes } = await apps.prepare(rig.caller, integrationId);
    const keys = (await apps.jwks(rig.key.tenantId, integrationId))!.keys;
    const narrow = rig.okta.org.apps.register({ keys, scopes: [...scopes] });
    await apps.configure(rig.caller, { integrationId, oktaDomain: rig.okta.domain, clientId: narrow.clientId });
    expect((await rig.create()).errors?.[0]).toMatchObject({
      message: expect.stringContaining('okta.idps.manage'),
      extensions: { code: 'FORBIDDEN' },
    });
    expect((await rig.checks())['sign-in-provider']).toMatch(/^UNKNOWN: These credentials may not read/);
    const wider = ['okta.idps.manage', 'okta.policies.manage', 'okta.users.read', 'okta.roles.read'];
    const wide = rig.okta.org.apps.register({ keys, scopes: [...scopes, ...wider] });
    await apps.configure(rig.caller, { integrationId, oktaDomain: rig.okta.domain, clientId: wide.clientId });
    expect((await rig.create()).errors).toBeUndefined();
  });

  it('writes the new client secret to Okta when it is rotated', async () => {
    await rig.create();
    const before = provider().protocol.credentials.client.client_secret;
    const { data } = await rig.ask(`mutation ($id: ID!) { rotateSignInSecret(integrationId: $id) { clientSecret } }`);
    const { clientSecret } = data!['rotateSignInSecret'] as { clientSecret: string };
    expect([provider().protocol.credentials.client.client_secret, before === clientSecret]).toEqual([
      clientSecret,
      false,
    ]);
    rig.okta.org.faults.set([{ kinds: ['internal-error'] }]);
    await rig.ask(`mutation ($id: ID!) { rotateSignInSecret(integrationId: $id) { clientSecret } }`);
    rig.okta.org.faults.set([]);
    expect((await rig.checks())['sign-in-provider']).toMatch(/^WARN: .*earlier client secret/);
  });

  it('does not activate routing while a check fails, and can always deactivate it', async () => {
    expect((await rig.route(true)).errors?.[0]?.extensions.code).toBe('CONFLICT');
    await rig.create();
    rig.okta.org.idps.update(provider().id, { status: 'INACTIVE' });
    expect((await rig.route(true)).errors?.[0]).toMatchObject({
      message: expect.stringContaining('inactive'),
      extensions: { code: 'CONFLICT' },
    });
    rig.okta.org.idps.update(provider().id, { status: 'ACTIVE' });
    await rig.route(true);
    rig.okta.org.idps.update(provider().id, { status: 'INACTIVE' });
    expect(await rig.route(false)).toEqual({ data: { setOktaRouting: { okta: { routingActive: false } } } });
    expect(rule().status).toBe('INACTIVE');
  });
});

describe('the health check of sign-in', () => {
  const registered = { type: 'ATTRIBUTE' as const, attribute: 'byndidRegistered' };
  const comparing = (value: string) => ({
    userIdentifier: { ...registered, patterns: [{ matchType: 'EQUALS' as const, value }] },
  });

  beforeEach(async () => {
    await rig.create();
    await rig.route(true);
  });

  it.each<[string, string, RegExp, () => void]>([
    [
      'a provider that was deleted',
      'sign-in-provider',
      /^WARN: Okta has no identity provider/,
      () => rig.okta.org.idps.remove(provider().id),
    ],
    [
      'an inactive provider',
      'sign-in-provider',
      /^FAIL: .*inactive/,
      () => void rig.okta.org.idps.update(provider().id, { status: 'INACTIVE' }),
    ],
    [
      'another issuer',
      'sign-in-provider',
      /^FAIL: .*Issuer is https:\/\/old/,
      () => change({ issuer: { url: 'https://old.example' } }),
    ],
    ['matching by e-mail', 'sign-in-provider', /^WARN: .*matches against EMAIL/, () => subject({ matchType: 'EMAIL' })],
    [
      'users created at sign-in',
      'sign-in-provider',
      /^WARN: .*creates users/,
      () => policy({ provisioning: { action: 'AUTO' } }),
    ],
    ['the value True', 'sign-in-routing', /^FAIL: .*never matches/, () => rules(comparing('True'))],
    ['a rule for everyone', 'sign-in-routing', /^FAIL: .*also matches users without/, () => rules({})],
    [
      'a rule that was switched off',
      'sign-in-routing',
      /^WARN: .*inactive/,
      () => rig.okta.org.routing.setStatus(rule().id, 'INACTIVE'),
    ],
    ['an earlier rule for everyone', 'sign-in-routing', /^FAIL: .*never reached: "All"/, () => earlier('All', {})],
    [
      'an earlier rule for some logins',
      'sign-in-routing',
      /^WARN: "Partners" comes before/,
      () =>
        earlier('Partners', {
          userIdentifier: { type: 'IDENTIFIER', patterns: [{ matchType: 'SUFFIX', value: '@partner.example' }] },
        }),
    ],
    [
      'no super administrator outside the rules',
      'sign-in-administrator',
      /^WARN: .*Keep one outside/,
      () => void rig.okta.setProfile('admin@okta.example', { byndidRegistered: true }),
    ],
  ])('reports %s', async (_, name, expected, tamper) => {
    tamper();
    expect((await rig.checks())[name]).toMatch(expected);
  });

  it('reports account links that lead to another user', async () => {
    const ada = await rig.person('ada.lovelace@acme.example');
    const alan = await rig.person('alan.turing@acme.example');
    rig.okta.org.idps.link(provider().id, rig.okta.person(alan.userName).id, ada.id);
    expect((await rig.checks())['sign-in-links']).toMatch(
      /^FAIL: Account links of ada.lovelace@acme.example lead to another user/,
    );
  });

  it('explains where Okta sends a user, and why', async () => {
    const ada = await rig.person('ada.lovelace@acme.example');
    rig.okta.addPerson('alan@acme.example');
    const explain = async (userName: string) =>
      (
        await rig.ask(
          `query ($id: ID!, $userName: String!) { signInRoute(integrationId: $id, userName: $userName) {
             destination ruleName canSignIn reasons } }`,
          { userName },
        )
      ).data?.['signInRoute'];
    expect(await explain(ada.userName)).toMatchObject({
      destination: 'PASSKEY',
      ruleName: 'Passkey sign-in',
      canSignIn: true,
      reasons: expect.arrayContaining([expect.stringContaining('byndidRegistered is true')]),
    });
    expect(await explain('alan@acme.example')).toMatchObject({ destination: 'OKTA', ruleName: null, canSignIn: false });
    earlier('All', {}, 'OKTA');
    expect(await explain(ada.userName)).toMatchObject({ destination: 'OKTA', ruleName: 'All' });
  });

  function change(protocol: object): void {
    rig.okta.org.idps.update(provider().id, { protocol: { ...provider().protocol, ...protocol } });
  }
  function policy(changed: object): void {
    rig.okta.org.idps.update(provider().id, { policy: { ...provider().policy, ...changed } });
  }
  function subject(changed: object): void {
    policy({ subject: { ...provider().policy.subject, ...changed } });
  }
  function rules(conditions: object): void {
    rig.okta.org.routing.replace(rule().id, { ...rule(), conditions });
  }
  function earlier(name: string, conditions: object, to?: 'OKTA'): void {
    const providers = to ? [{ type: to }] : [{ type: 'OIDC', id: provider().id }];
    rig.okta.org.routing.add({ name, conditions, providers }, 1);
  }
});

/** Settings of an identity provider that Rollcall did not create. */
function template() {
  const at = (binding: string) => ({ url: 'https://elsewhere.example', binding });
  return {
    type: 'OIDC' as const,
    protocol: {
      type: 'OIDC' as const,
      scopes: ['openid'],
      issuer: { url: 'https://elsewhere.example' },
      endpoints: { authorization: at('HTTP-REDIRECT'), token: at('HTTP-POST'), jwks: at('HTTP-REDIRECT') },
      credentials: { client: { client_id: 'x', client_secret: 'y' } },
    },
    policy: {
      accountLink: { action: 'AUTO' as const },
      provisioning: { action: 'DISABLED' as const },
      subject: { userNameTemplate: { template: 'idpuser.email' }, matchType: 'EMAIL' as const },
    },
  };
}
