import { RegistrationSyncService, ScimRegistrationService } from '@rollcall/directory-integration';
import { AesGcmSecretBox, AppConfig, KeyRotation, SealedColumns, systemCaller } from '@rollcall/platform';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { auditTrailOf } from '../../support/index.js';
import { errorOf, startAccessApp, type AccessApp } from '../tenancy/access-app.js';

const SCIM = `scimRegistration { baseUrl extension attribute enabled authentication userName tokenEndpoint clientId scope }
  registrationSync { oktaDomain attribute enabled authMode pausedReason }`;
const CONFIGURE = `mutation ($input: ConfigureScimRegistrationInput!) { configureScimRegistration(input: $input) { id ${SCIM} } }`;
const EXTENSION = 'urn:example:params:scim:schemas:extension:passkeys:2.0:User';
const BASE = { baseUrl: 'https://scim.example.com/v2/', extension: EXTENSION };
const caller = systemCaller(DEFAULT_TENANT_ID, 'test');

let on: AccessApp;
let integrationId: string;

beforeAll(async () => {
  on = await startAccessApp({ oktaAllowedHosts: ['127.0.0.1:*'] });
});
afterAll(() => on.stop());
beforeEach(async () => {
  integrationId = await createIntegration('GENERIC_SCIM');
  on.listener.calls.length = 0;
});

async function createIntegration(provider: string): Promise<string> {
  const { data } = await on.asRoot(
    'mutation ($name: String!, $provider: DirectoryProvider!) { createDirectoryIntegration(input: { name: $name, provider: $provider }) { id } }',
    { name: `Acme ${Math.random()}`, provider },
  );
  return (data!['createDirectoryIntegration'] as { id: string }).id;
}

const ask = (input: object) => on.asRoot(CONFIGURE, { input: { integrationId, ...BASE, ...input } });
const refused = async (input: object) => errorOf(await ask(input));
const openSecret = () => on.app.get(ScimRegistrationService).openSecret(DEFAULT_TENANT_ID, integrationId);

async function configure(input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(input);
  expect(errors).toBeUndefined();
  return data!['configureScimRegistration'] as Record<string, unknown>;
}

it('is configured with a bearer token, which is encrypted and never shown', async () => {
  const answer = await configure({ authentication: { bearerToken: 'Bearer secret-token' } });
  expect(answer).toEqual({
    id: integrationId,
    scimRegistration: {
      baseUrl: 'https://scim.example.com/v2',
      extension: EXTENSION,
      attribute: 'byndidRegistered',
      enabled: true,
      authentication: 'BEARER_TOKEN',
      userName: null,
      tokenEndpoint: null,
      clientId: null,
      scope: null,
    },
    registrationSync: {
      oktaDomain: 'scim.example.com/v2',
      attribute: 'byndidRegistered',
      enabled: true,
      authMode: 'API_TOKEN',
      pausedReason: null,
    },
  });
  expect(await openSecret()).toBe('secret-token');
  expect(on.listener.calls).toEqual([{ tenantId: DEFAULT_TENANT_ID, integrationId }]);
  const rows = await on.database.query<{ row: string }>(
    `select s::text as row from registration_syncs s where integration_id = $1 union all
     select a::text from audit_events a where integration_id = $1`,
    [integrationId],
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.map(({ row }) => row).join()).not.toContain('secret-token');
});

it('is configured with user name and password, and with client credentials', async () => {
  const basic = await configure({ authentication: { basic: { userName: 'rollcall', password: 'secret' } } });
  expect(basic['scimRegistration']).toMatchObject({ authentication: 'BASIC', userName: 'rollcall' });
  const tokenEndpoint = 'https://id.example.com/token';
  const clientCredentials = { tokenEndpoint, clientId: 'abc', clientSecret: 'other', scope: 'scim:all' };
  const client = await configure({ authentication: { clientCredentials }, attribute: 'hasPasskey', enabled: false });
  expect(client['scimRegistration']).toEqual({
    baseUrl: 'https://scim.example.com/v2',
    extension: EXTENSION,
    attribute: 'hasPasskey',
    enabled: false,
    authentication: 'CLIENT_CREDENTIALS',
    userName: null,
    tokenEndpoint,
    clientId: 'abc',
    scope: 'scim:all',
  });
  expect(client['registrationSync']).toMatchObject({ authMode: 'OAUTH' });
  expect(await openSecret()).toBe('other');
});

it('keeps the values of omitted fields, but no secret for another address', async () => {
  await configure({ authentication: { bearerToken: 'first' }, attribute: 'hasPasskey' });
  expect((await configure({ extension: undefined }))['scimRegistration']).toMatchObject({
    extension: EXTENSION,
    attribute: 'hasPasskey',
  });
  expect(await openSecret()).toBe('first');
  expect(await refused({ baseUrl: 'https://elsewhere.example.com' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'authentication',
  });
});

it('ends an automatic pause with a new secret, but not a pause by an administrator', async () => {
  const syncs = on.app.get(RegistrationSyncService);
  const settings = async () => (await syncs.find(DEFAULT_TENANT_ID, integrationId))!;
  const reason = async () => (await settings()).pausedReason;
  await configure({ authentication: { bearerToken: 'first' } });
  await syncs.pause(await settings(), 'answered 401');
  await configure({});
  expect(await reason()).toBe('answered 401');
  await configure({ authentication: { bearerToken: 'second' } });
  expect(await reason()).toBeNull();
  await syncs.pauseByHand(caller, integrationId);
  await configure({ authentication: { bearerToken: 'third' } });
  expect(await reason()).toContain('Paused by');
});

it.each([
  [{}, 'authentication'],
  [{ authentication: {} }, 'authentication'],
  [{ authentication: { bearerToken: 'a', basic: { userName: 'a', password: 'b' } } }, 'authentication'],
  [{ authentication: { bearerToken: ' ' } }, 'bearerToken'],
  [{ authentication: { basic: { userName: 'a:b', password: 'b' } } }, 'userName'],
  [{ authentication: { bearerToken: 'a' }, baseUrl: 'http://scim.example.com' }, 'baseUrl'],
  [{ authentication: { bearerToken: 'a' }, baseUrl: 'https://169.254.169.254' }, 'baseUrl'],
  [{ authentication: { bearerToken: 'a' }, extension: '' }, 'extension'],
  [{ authentication: { bearerToken: 'a' }, extension: 'urn:ietf:params:scim:schemas:core:2.0:User' }, 'extension'],
  [{ authentication: { bearerToken: 'a' }, attribute: 'x y' }, 'attribute'],
  [
    { authentication: { clientCredentials: { tokenEndpoint: 'http://10.0.0.1', clientId: 'a', clientSecret: 'b' } } },
    'tokenEndpoint',
  ],
])('refuses %j', async (input, field) => {
  expect(await refused(input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

it('is for Generic SCIM, as configureRegistrationSync is for Okta', async () => {
  const generic = integrationId;
  integrationId = await createIntegration('OKTA');
  expect(await refused({ authentication: { bearerToken: 'a' } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'integrationId',
  });
  const { errors } = await on.asRoot(
    'mutation ($input: ConfigureRegistrationSyncInput!) { configureRegistrationSync(input: $input) { id } }',
    { input: { integrationId: generic, oktaDomain: 'acme.okta.com', apiToken: 'a' } },
  );
  expect(errors?.[0]?.message).toContain('configureScimRegistration');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'integrationId' });
});

it('has its secret encrypted again when keys are rotated, bound to its integration', async () => {
  await configure({ authentication: { bearerToken: 'to be kept' } });
  const { encryptionKeys } = on.app.get(AppConfig, { strict: false });
  const keys = [{ id: 'k2', key: Buffer.alloc(32, 2) }, ...encryptionKeys];
  const box = new AesGcmSecretBox(new AppConfig({ encryptionKeys: keys } as unknown as AppConfig));
  const columns = on.app.get(SealedColumns, { strict: false });
  await new KeyRotation(on.database, columns, box, auditTrailOf(on.database)).rotate(caller);
  const [row] = await on.database.query<{ sealed: string }>(
    'select sealed_scim_secret as sealed from registration_syncs where integration_id = $1',
    [integrationId],
  );
  const sealed = row?.sealed ?? '';
  expect(box.keyIdOf(sealed)).toBe('k2');
  expect(box.open(sealed, `registration_syncs.scim_secret:${DEFAULT_TENANT_ID}:${integrationId}`)).toBe('to be kept');
  expect(() => box.open(sealed, `registration_syncs.scim_secret:${DEFAULT_TENANT_ID}:another`)).toThrow();
});
