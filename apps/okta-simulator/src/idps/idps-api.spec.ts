import { ApiCaller } from '../api/api-caller.js';
import { OktaSimulator } from '../okta-simulator.js';
import type { IdpSettings } from './identity-provider.js';

const at = (path: string, binding: string) => ({ url: `https://rollcall.example/oidc/1${path}`, binding });

/** A request body as in Okta's API reference. */
function settings(change: Partial<Record<'name' | 'type', string>> & { protocol?: object; policy?: object } = {}) {
  return {
    type: 'OIDC',
    name: 'Rollcall',
    ...change,
    protocol: {
      type: 'OIDC',
      scopes: ['openid', 'profile', 'email'],
      issuer: { url: 'https://rollcall.example/oidc/1' },
      endpoints: {
        authorization: at('/auth', 'HTTP-REDIRECT'),
        token: at('/token', 'HTTP-POST'),
        jwks: at('/jwks', 'HTTP-REDIRECT'),
        acs: { binding: 'HTTP-POST', type: 'INSTANCE' },
      },
      credentials: { client: { client_id: 'okta', client_secret: 'secret' } },
      ...change.protocol,
    },
    policy: {
      accountLink: { action: 'AUTO', filter: null },
      provisioning: { action: 'DISABLED', groups: { action: 'NONE' } },
      subject: { userNameTemplate: { template: 'idpuser.preferred_username' }, matchType: 'USERNAME' },
      ...change.policy,
    },
  } as unknown as IdpSettings;
}

describe('Identity Providers API', () => {
  let simulator: OktaSimulator;
  let api: ApiCaller;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true });
    api = new ApiCaller(simulator.url, simulator.apiToken);
  });
  afterEach(() => simulator.stop());

  const summary = async (body: unknown): Promise<string> => {
    const answer = await api.post('/api/v1/idps', body);
    expect([answer.status, answer.body['errorCode']]).toEqual([400, 'E0000001']);
    return String((answer.body['errorCauses'] as { errorSummary: string }[])[0]?.errorSummary);
  };

  it('creates an active provider, finds it by name, replaces, deactivates and deletes it', async () => {
    const created = await api.post('/api/v1/idps', settings());
    const id = String(created.body['id']);
    expect(created.body).toMatchObject({
      type: 'OIDC',
      name: 'Rollcall',
      status: 'ACTIVE',
      id: expect.stringMatching(/^0oa/),
    });
    expect((await api.get<unknown[]>('/api/v1/idps?q=roll&type=OIDC')).body).toHaveLength(1);
    expect((await api.get<unknown[]>('/api/v1/idps?type=SAML2')).body).toHaveLength(0);
    const replaced = await api.call('PUT', `/api/v1/idps/${id}`, settings({ name: 'Passkeys' }));
    expect(replaced.body).toMatchObject({ id, name: 'Passkeys' });
    expect((await api.post(`/api/v1/idps/${id}/lifecycle/deactivate`, {})).body['status']).toBe('INACTIVE');
    expect((await api.call('DELETE', `/api/v1/idps/${id}`)).status).toBe(204);
    expect((await api.get(`/api/v1/idps/${id}`)).body['errorCode']).toBe('E0000007');
  });

  it('refuses an incomplete provider or an existing name, and names the field', async () => {
    expect(await summary(settings({ name: '' }))).toMatch(/^name: /);
    expect(await summary(settings({ protocol: { issuer: {} } }))).toMatch(/^protocol.issuer.url: /);
    expect(await summary(settings({ protocol: { issuer: { url: 'http://rollcall.example' } } }))).toMatch(/https/);
    expect(await summary(settings({ protocol: { endpoints: {} } }))).toMatch(/^protocol.endpoints.authorization.url: /);
    expect(await summary(settings({ protocol: { scopes: ['email'] } }))).toMatch(/^protocol.scopes: /);
    expect(await summary(settings({ protocol: { credentials: { client: { client_id: 'x' } } } }))).toMatch(
      /^client_secret/,
    );
    expect(await summary(settings({ policy: { subject: { matchType: 'USERNAME' } } }))).toMatch(/^policy.subject/);
    expect(await summary(settings({ policy: { accountLink: {} } }))).toMatch(/^policy.accountLink/);
    await api.post('/api/v1/idps', settings());
    expect(await summary(settings())).toMatch(/^name: An object with this field already exists/);
  });

  it('refuses a token that may not manage identity providers', async () => {
    const token = simulator.org.tokens.create({
      ownerId: simulator.person('admin@okta.example').id,
      role: 'read-only',
    });
    const reader = new ApiCaller(simulator.url, token);
    expect((await reader.post('/api/v1/idps', settings())).body['errorCode']).toBe('E0000006');
    expect((await reader.get('/api/v1/idps')).status).toBe(200);
  });

  it('lists, adds and removes account links', async () => {
    const id = String((await api.post('/api/v1/idps', settings())).body['id']);
    const { id: userId } = simulator.addPerson('ada@rollcall.example');
    expect((await api.post(`/api/v1/idps/${id}/users/${userId}`, { externalId: 'sub-1' })).body).toMatchObject({
      id: userId,
      externalId: 'sub-1',
    });
    expect((await api.get<unknown[]>(`/api/v1/idps/${id}/users`)).body).toHaveLength(1);
    expect((await api.get<unknown[]>(`/api/v1/users/${userId}/idps`)).body).toMatchObject([{ id }]);
    expect((await api.call('DELETE', `/api/v1/idps/${id}/users/${userId}`)).status).toBe(204);
    expect((await api.get(`/api/v1/idps/${id}/users/${userId}`)).status).toBe(404);
  });
});

describe('routing rules by API', () => {
  let simulator: OktaSimulator;
  let api: ApiCaller;
  let rules: string;
  let idpId: string;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true });
    api = new ApiCaller(simulator.url, simulator.apiToken);
    const [policy] = (await api.get<{ id: string }[]>('/api/v1/policies?type=IDP_DISCOVERY')).body;
    rules = `/api/v1/policies/${policy?.id}/rules`;
    idpId = String((await api.post('/api/v1/idps', settings())).body['id']);
  });
  afterEach(() => simulator.stop());

  const rule = (change: object = {}) => ({
    type: 'IDP_DISCOVERY',
    name: 'Passkey sign-in',
    conditions: {
      network: { connection: 'ANYWHERE' },
      userIdentifier: {
        type: 'ATTRIBUTE',
        attribute: 'byndidRegistered',
        patterns: [{ matchType: 'EQUALS', value: 'true' }],
      },
    },
    actions: { idp: { idpSelectionType: 'SPECIFIC', providers: [{ type: 'OIDC', id: idpId }] } },
    ...change,
  });
  const listed = async () =>
    (await api.get<{ name: string; priority: number; status: string }[]>(rules)).body.map(
      ({ name, priority, status }) => `${priority} ${name} ${status}`,
    );

  it('creates an inactive rule, activates and deactivates it, and sorts rules by priority above the default rule', async () => {
    const made = await api.post(`${rules}?activate=false`, rule());
    expect(await listed()).toEqual(['1 Passkey sign-in INACTIVE', '2 Default Rule ACTIVE']);
    expect((await api.post(`${rules}/${made.body['id']}/lifecycle/activate`, {})).status).toBe(204);
    await api.post(rules, rule({ name: 'First', priority: 1 }));
    expect(await listed()).toEqual(['1 First ACTIVE', '2 Passkey sign-in ACTIVE', '3 Default Rule ACTIVE']);
    await api.call('PUT', `${rules}/${made.body['id']}`, rule({ priority: 1 }));
    expect((await listed())[0]).toBe('1 Passkey sign-in ACTIVE');
    expect((await api.call('DELETE', `${rules}/${made.body['id']}`)).status).toBe(204);
  });

  it('refuses an existing name, an unknown provider, and any change of the default rule', async () => {
    await api.post(rules, rule());
    const codes = [
      await api.post(rules, rule()),
      await api.post(rules, rule({ name: 'b', actions: { idp: { providers: [{ type: 'OIDC', id: '0oanone' }] } } })),
      await api.post(rules, rule({ name: 'c', actions: {} })),
      await api.call('DELETE', `${rules}/${simulator.org.routing.defaultRuleId}`),
    ].map(({ body }) => body['errorCode']);
    expect(codes).toEqual(['E0000001', 'E0000001', 'E0000001', 'E0000006']);
  });
});
