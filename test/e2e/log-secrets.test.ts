import { randomBytes } from 'node:crypto';
import { eventually, startServer, type TestServer } from '../support/index.js';
import { connectOrg, type ConnectedOrg } from './connected-org.js';

/** The secrets that were made during the run, by the kind of secret. */
const secrets = new Map<string, string>();
const keep = (name: string, secret: string | undefined): string => {
  if (!secret || secret.length < 16) throw new Error(`${name} is no secret: ${secret}`);
  secrets.set(name, secret);
  return secret;
};

let server: TestServer;
let org: ConnectedOrg;

beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: 'trace' });
  org = await connectOrg(server, 'Okta', { dialect: 'catalog' });
  keep('Okta API token', org.okta.apiToken);
  keep('root token', server.adminToken);
  keep('encryption key', server.encryptionKeys.split(':')[1]);
});
afterAll(async () => {
  await org?.okta.stop();
  await server?.stop();
});

/** Runs a document of the admin API with this token. @returns the value of its first field */
async function ask(query: string, input: object, token = server.adminToken): Promise<Record<string, never>> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data } = (await answer.json()) as { data?: Record<string, Record<string, never>> };
  return Object.values(data ?? {})[0] ?? {};
}

const send = (path: string, method: string, headers: Record<string, string>, body?: string) =>
  fetch(server.url + path, { method, headers, ...(body !== undefined && { body }) });

it('no secret of a run reaches the log at its most verbose level, whether requests succeed or fail', async () => {
  const { integrationId } = org;
  const bearer = keep('bearer token', (await org.admin.generateBearerToken(integrationId)).token);
  const client = await ask(
    `mutation ($input: GenerateClientCredentialsInput!) { generateClientCredentials(input: $input) { clientId clientSecret } }`,
    { integrationId },
  );
  const clientSecret = keep('client secret', client['clientSecret']);
  const admin = keep('admin token', (await org.admin.createAdminToken('Ops', 'OWNER')).token);
  const webhook = await ask(
    `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }`,
    { url: `http://127.0.0.1:${new URL(org.okta.url).port}/nowhere`, events: ['TEST', 'REGISTERED'] },
  );
  keep('webhook secret', webhook['secret']);
  const hook = await ask(
    `mutation ($input: ConfigureEventHookInput!) { configureEventHook(input: $input) { secret } }`,
    { integrationId },
  );
  const hookSecret = keep('event hook secret', hook['secret']);

  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const grant = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client['clientId']!,
    client_secret: clientSecret,
  });
  const issued = (await (await send('/oauth2/token', 'POST', form, grant.toString())).json()) as {
    access_token: string;
  };
  keep('access token', issued.access_token);
  const password = keep('password', `Pw-${randomBytes(16).toString('hex')}`);

  const json = { 'content-type': 'application/json' };
  const signedIn = await send('/session', 'POST', json, JSON.stringify({ token: admin }));
  const cookie = keep('session cookie', /rollcall_session=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1]);

  const scim = `/scim/v2/${integrationId}`;
  const asClient = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' });
  const person = JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'ada',
    password,
    emails: [{ value: 'ada@rollcall.example' }],
  });
  const made = (await (await send(`${scim}/Users`, 'POST', asClient(issued.access_token), person)).json()) as {
    id: string;
  };
  const patch = { op: 'replace', path: 'password', value: password };
  const patchBody = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [patch] };
  const enrollment = await ask(
    `mutation ($input: CreateEnrollmentInput!) { createEnrollment(input: $input) { url } }`,
    { identityId: made.id },
  );
  const enrollmentToken = keep('enrollment token', new URL(String(enrollment['url'])).pathname.split('/').at(-1));

  const requests: [path: string, method: string, headers: Record<string, string>, body?: string][] = [
    [`${scim}/Users/${made.id}`, 'PATCH', asClient(bearer), JSON.stringify(patchBody)],
    [`${scim}/Users`, 'POST', asClient(bearer), person],
    [`${scim}/Users`, 'POST', asClient(bearer), person.slice(0, -2)],
    [`${scim}/Users?filter=password%20eq%20%22${password}%22`, 'GET', asClient(bearer)],
    [`${scim}/Users?access_token=${bearer}`, 'GET', {}],
    [`${scim}/Users`, 'GET', asClient(clientSecret)],
    ['/scim/v2/nowhere/Users', 'GET', asClient(bearer)],
    ['/oauth2/token', 'POST', form, `${grant.toString()}&client_secret=${clientSecret}`],
    [`/oauth2/token?client_secret=${clientSecret}`, 'POST', form, 'grant_type=client_credentials'],
    ['/oauth2/token', 'POST', json, `{"client_secret":"${clientSecret}",`],
    ['/session', 'POST', json, `{"token":"${admin}"`],
    ['/session', 'POST', form, `token=${admin}`],
    [`/sign-in?token=${admin}`, 'GET', {}],
    [
      '/graphql',
      'POST',
      { ...json, cookie: `rollcall_session=${cookie}` },
      JSON.stringify({ query: '{ viewer { name } }' }),
    ],
    [
      '/graphql',
      'POST',
      { ...json, authorization: `Bearer ${admin}` },
      JSON.stringify({ query: `{ viewer(token: "${admin}"` }),
    ],
    [
      '/graphql',
      'POST',
      { ...json, authorization: `Basic ${admin}` },
      JSON.stringify({ query: '{ viewer { name } }', variables: { admin } }),
    ],
    [`/enroll/${enrollmentToken}`, 'GET', {}],
    [`/enroll/${enrollmentToken}/options`, 'POST', json, '{}'],
    [`/enroll/${enrollmentToken}/verify`, 'POST', json, '{"id":"x"}'],
    [`/okta/event-hooks/${integrationId}`, 'POST', { ...json, authorization: hookSecret }, '{"data":{}}'],
  ];
  for (const request of requests) expect((await send(...request)).status).toBeLessThan(500);
  await org.admin.recordPasskey(made.id);
  await org.admin.checkIntegration(integrationId);
  await ask('mutation { rotateEncryptionKeys }', {});
  const head = '{ auditChainHead { unsealed } }';
  await eventually(async () => expect(await ask(head, {})).toEqual({ unsealed: 0 }));
  await server.stop();

  expect([...secrets.keys()]).toHaveLength(12);
  const log = server.printed;
  // Shows that the test has read the log from its beginning.
  expect(log).toContain('Nest application successfully started');
  expect(log).toContain('audit chain head');
  const spoken = [...secrets].filter(([, secret]) => log.includes(secret) || log.includes(encodeURIComponent(secret)));
  expect(spoken.map(([name]) => name)).toEqual([]);
});
