import { CheckStatus, IntegrationChecks, RegistrationSyncService } from '@rollcall/directory-integration';
import { systemCaller } from '@rollcall/platform';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { errorOf, startAccessApp, type AccessApp } from '../tenancy/access-app.js';

const CONFIGURE = `mutation ($input: ConfigureRegistrationSyncInput!) { configureRegistrationSync(input: $input) {
  id registrationSync { oktaDomain attribute enabled authMode lastWriteAt pausedReason pausedAt } } }`;

let on: AccessApp;
let syncs: RegistrationSyncService;
let integrationId: string;
const caller = systemCaller(DEFAULT_TENANT_ID, 'test');

beforeAll(async () => {
  on = await startAccessApp({ oktaAllowedHosts: ['127.0.0.1:*'] });
  syncs = on.app.get(RegistrationSyncService);
});
afterAll(() => on.stop());
beforeEach(async () => {
  integrationId = await createIntegration();
  on.listener.calls.length = 0;
});

async function createIntegration(): Promise<string> {
  const { data } = await on.asRoot(
    'mutation ($name: String!) { createDirectoryIntegration(input: { name: $name, provider: OKTA }) { id } }',
    { name: `Acme ${Math.random()}` },
  );
  return (data!['createDirectoryIntegration'] as { id: string }).id;
}

async function configure(input: object): Promise<unknown> {
  const { data, errors } = await on.asRoot(CONFIGURE, { input: { integrationId, ...input } });
  expect(errors).toBeUndefined();
  return (data!['configureRegistrationSync'] as { registrationSync: unknown }).registrationSync;
}

const refused = async (input: object) => errorOf(await on.asRoot(CONFIGURE, { input: { integrationId, ...input } }));
const openToken = () => syncs.openApiToken(DEFAULT_TENANT_ID, integrationId);

it('is configured with the domain as the user pasted it, and with the defaults of the guide', async () => {
  expect(await configure({ oktaDomain: 'https://Acme-admin.okta.com/admin/', apiToken: 'SSWS 00abc' })).toEqual({
    oktaDomain: 'acme.okta.com',
    attribute: 'byndidRegistered',
    enabled: true,
    authMode: 'API_TOKEN',
    lastWriteAt: null,
    pausedReason: null,
    pausedAt: null,
  });
  expect(await syncs.find(DEFAULT_TENANT_ID, integrationId)).toMatchObject({
    integrationId,
    baseUrl: 'https://acme.okta.com',
  });
  expect(await openToken()).toBe('00abc');
  expect(on.listener.calls).toEqual([{ tenantId: DEFAULT_TENANT_ID, integrationId }]);
});

it('keeps the values of omitted fields', async () => {
  await configure({ oktaDomain: 'acme.okta.com', apiToken: 'first', attribute: 'hasPasskey', enabled: false });
  expect(await configure({ oktaDomain: 'acme.okta.com' })).toMatchObject({ attribute: 'hasPasskey', enabled: false });
  expect(await openToken()).toBe('first');
  expect(
    await configure({ oktaDomain: 'acme.okta.com', enabled: true, apiToken: 'second', attribute: ' ' }),
  ).toMatchObject({
    attribute: 'hasPasskey',
    enabled: true,
  });
  expect(await openToken()).toBe('second');
});

it('encrypts the token: neither the table nor the audit trail contains it, and it can be decrypted only in its own row', async () => {
  await configure({ oktaDomain: 'acme.okta.com', apiToken: 'a-secret-of-acme' });
  const ours = integrationId;
  integrationId = await createIntegration();
  await configure({ oktaDomain: 'other.okta.com', apiToken: 'another-secret' });
  const rows = await on.database.query<{ text: string }>(
    'select s::text as text from registration_syncs s union all select a::text from audit_events a',
  );
  expect(rows.filter(({ text }) => text.includes('secret'))).toEqual([]);
  await on.database.execute(
    `update registration_syncs set sealed_api_token = (select sealed_api_token from registration_syncs where integration_id = $1)
     where integration_id = $2`,
    [ours, integrationId],
  );
  await expect(openToken()).rejects.toThrow();
});

it('never sends the token of one org to another: a new domain needs a new token', async () => {
  expect(await refused({ oktaDomain: 'acme.okta.com' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'apiToken' });
  await configure({ oktaDomain: 'acme.okta.com', apiToken: 'x' });
  expect(await refused({ oktaDomain: 'rival.okta.com' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'apiToken' });
  expect(await configure({ oktaDomain: 'rival.okta.com', apiToken: 'y' })).toMatchObject({
    oktaDomain: 'rival.okta.com',
  });
});

it.each([
  [{ oktaDomain: '', apiToken: 'x' }, 'oktaDomain'],
  [{ oktaDomain: 'localhost:4001', apiToken: 'x' }, 'oktaDomain'],
  [{ oktaDomain: '169.254.169.254', apiToken: 'x' }, 'oktaDomain'],
  [{ oktaDomain: 'acme.okta.com', apiToken: 'two words' }, 'apiToken'],
  [{ oktaDomain: 'acme.okta.com', apiToken: 'x', attribute: '1st' }, 'attribute'],
])('refuses %j', async (input, field) => {
  expect(await refused(input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  expect(await syncs.find(DEFAULT_TENANT_ID, integrationId)).toBeUndefined();
});

it('uses http for a development server on this machine, if the operator allows it', async () => {
  await configure({ oktaDomain: 'http://127.0.0.1:4001/', apiToken: 'x' });
  expect(await syncs.find(DEFAULT_TENANT_ID, integrationId)).toMatchObject({
    oktaDomain: '127.0.0.1:4001',
    baseUrl: 'http://127.0.0.1:4001',
  });
});

it('is not found for another tenant', async () => {
  const { data } = await on.asRoot('mutation { createTenant(input: { name: "Other" }) { adminToken } }');
  const { adminToken } = data!['createTenant'] as { adminToken: string };
  const input = { integrationId, oktaDomain: 'acme.okta.com', apiToken: 'x' };
  expect(errorOf(await on.asToken(adminToken, CONFIGURE, { input })).code).toBe('NOT_FOUND');
});

describe('a pause', () => {
  const settings = async () => (await syncs.find(DEFAULT_TENANT_ID, integrationId))!;
  const pause = async (reason: string) => syncs.pause(await settings(), reason);
  const reason = async () => (await settings()).pausedReason;

  beforeEach(async () => {
    await configure({ oktaDomain: 'acme.okta.com', apiToken: 'x' });
    on.listener.calls.length = 0;
  });

  it('keeps its first reason, also when a setting changes that is not the cause', async () => {
    await pause('Okta refuses the token.');
    await pause('The attribute is missing.');
    expect(await configure({ oktaDomain: 'acme.okta.com', attribute: 'other' })).toMatchObject({
      pausedReason: 'Okta refuses the token.',
    });
  });

  it.each([
    { oktaDomain: 'acme.okta.com', apiToken: 'new' },
    { oktaDomain: 'new.okta.com', apiToken: 'new' },
  ])('ends with %j', async (input) => {
    await pause('Okta refuses the token.');
    expect(await configure(input)).toMatchObject({ pausedReason: null, pausedAt: null });
  });

  it('is not started if the settings were changed after its cause was seen', async () => {
    const before = await settings();
    await configure({ oktaDomain: 'acme.okta.com', apiToken: 'new' });
    expect(await syncs.pause(before, 'Okta refuses the token.')).toBe(false);
    expect(await reason()).toBeNull();
    expect(await syncs.pause(await settings(), 'Okta refuses the token.')).toBe(true);
  });

  it('ends by resuming, which notifies the ledger once', async () => {
    await pause('Okta refuses the token.');
    await syncs.resume(caller, integrationId);
    await syncs.resume(caller, integrationId);
    expect(await reason()).toBeNull();
    expect(on.listener.calls).toHaveLength(1);
  });

  it('by an administrator names its author, replaces an automatic pause, and does not end with a new token', async () => {
    await pause('Okta refuses the token.');
    await syncs.pauseByHand(caller, integrationId, ' Okta is being migrated ');
    await syncs.pauseByHand(caller, integrationId, 'another reason');
    expect(await reason()).toBe('Paused by test: Okta is being migrated');
    await configure({ oktaDomain: 'acme.okta.com', apiToken: 'new' });
    expect(await reason()).toBe('Paused by test: Okta is being migrated');
    await syncs.resume(caller, integrationId);
    expect(await reason()).toBeNull();
  });

  it('is recorded in the audit trail', async () => {
    await pause('Okta refuses the token.');
    await syncs.resume(caller, integrationId);
    const events = await on.database.query<{ action: string }>(
      'select action, actor_name from audit_events where integration_id = $1 order by id offset 2',
      [integrationId],
    );
    expect(events).toEqual([
      { action: 'registration_sync.paused', actor_name: 'registration sync' },
      { action: 'registration_sync.resumed', actor_name: 'test' },
    ]);
  });
});

it('cannot be resumed before it is configured', async () => {
  await expect(syncs.resume(caller, integrationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('returns when it last wrote', async () => {
  await configure({ oktaDomain: 'acme.okta.com', apiToken: 'x' });
  await syncs.recordWrite(DEFAULT_TENANT_ID, integrationId);
  expect((await syncs.find(DEFAULT_TENANT_ID, integrationId))!.lastWriteAt).toBeInstanceOf(Date);
});

it('is read in one query for a page of integrations', async () => {
  await configure({ oktaDomain: 'acme.okta.com', apiToken: 'x' });
  const { data } = await on.asRoot('{ directoryIntegrations { nodes { id registrationSync { oktaDomain } } } }');
  const { nodes } = data!['directoryIntegrations'] as {
    nodes: { id: string; registrationSync: { oktaDomain: string } | null }[];
  };
  expect(nodes.find(({ id }) => id === integrationId)!.registrationSync).toEqual({ oktaDomain: 'acme.okta.com' });
});

describe('checks', () => {
  const check = (name: string, status: CheckStatus, secondsAgo: number) => ({
    name,
    status,
    message: `${name} is ${status}`,
    code: null,
    checkedAt: new Date(on.clock.now().getTime() - secondsAgo * 1000),
  });

  it('are stored by name, and only the newest result of each', async () => {
    const checks = on.app.get(IntegrationChecks);
    const save = (...list: ReturnType<typeof check>[]) => checks.save(DEFAULT_TENANT_ID, integrationId, list);
    expect(await checks.list(DEFAULT_TENANT_ID, integrationId)).toEqual([]);
    await save(check('token', CheckStatus.FAIL, 60), check('attribute', CheckStatus.UNKNOWN, 60));
    await save(check('token', CheckStatus.OK, 30));
    await save(check('token', CheckStatus.WARN, 45));
    await save();
    expect(await checks.list(DEFAULT_TENANT_ID, integrationId)).toEqual([
      check('attribute', CheckStatus.UNKNOWN, 60),
      check('token', CheckStatus.OK, 30),
    ]);
  });
});
