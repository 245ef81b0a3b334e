import { randomUUID } from 'node:crypto';
import { eventually, startServer, type TestServer } from '../support/index.js';
import { allPushed, type ConnectedOrg, connectOrg } from './connected-org.js';
import { TraceCollector } from './trace-collector.js';

const collector = new TraceCollector();
let server: TestServer;
let org: ConnectedOrg;

beforeAll(async () => {
  const endpoint = await collector.start();
  server = await startServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '100',
    LOG_LEVEL: 'info',
  });
  org = await connectOrg(server, 'Okta', { dialect: 'catalog' });
});
afterAll(async () => {
  await org?.okta.stop();
  await server?.stop();
  await collector.stop();
});

test('one trace and one request id lead from the request that changed a person to the write at Okta', async () => {
  await allPushed(
    org.app,
    'assign',
    org.okta.addPeople(1).map(({ profile }) => String(profile['login'])),
  );
  const [person] = await org.admin.identities(org.integrationId);
  const requestId = randomUUID();
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.adminToken}`,
      'content-type': 'application/json',
      'x-request-id': requestId,
    },
    body: JSON.stringify({
      query: 'mutation ($id: ID!) { recordPasskey(input: { identityId: $id, externalId: "key-1" }) { id } }',
      variables: { id: person?.id },
    }),
  });
  expect(await answer.json()).toMatchObject({ data: { recordPasskey: { id: expect.any(String) } } });
  await eventually(() => expect(org.okta.trueSet()).toHaveLength(1));

  await eventually(() => {
    const names = collector.traceOf('rollcall.request_id', requestId).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['POST /graphql', 'registration.sync', 'POST']));
  });
  const written = server.printed.split('\n').filter((line) => line.includes('wrote the registration'));
  expect(written.map((line) => (JSON.parse(line) as { requestId: string }).requestId)).toEqual([requestId]);
});

test('no trace holds a name from a query or a secret from a path', async () => {
  await fetch(`${org.scimUrl}/Users?filter=userName%20eq%20%22ada.secret%22`);
  await fetch(`${org.scimUrl}/Users/ada.secret`);
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ reconciliationRuns(integrationId: "ada.secret") { totalCount } }' }),
  });
  await fetch(`${server.url}/enroll/ren_secret`);
  await eventually(() => expect(collector.spans.map(({ name }) => name)).toContain('GET /enroll/:token'));
  expect(JSON.stringify(collector.spans)).toContain('reconciliationRuns');
  expect(JSON.stringify(collector.spans)).not.toMatch(/ada\.secret|ren_secret/);
});
