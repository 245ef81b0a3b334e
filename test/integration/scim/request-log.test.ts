import { RequestLog } from '../../../libs/scim/src/request-log/request-log.js';
import { RequestLogRepository } from '../../../libs/scim/src/request-log/request-log.repository.js';
import { eventually } from '../../support/index.js';
import { oktaUser, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

let scim: ScimApp;
let client: ScimClient;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

const log = () => scim.app.get(RequestLog, { strict: false });
const repository = () => scim.app.get(RequestLogRepository, { strict: false });
const logged = () => repository().list(client, null, null, 100);

it('keeps method, path, status and refusal of each request, no value of a person', async () => {
  const { body } = await client.send('POST', '/Users', oktaUser('secretperson'));
  await client.send('POST', '/Users', oktaUser('secretperson'));
  await client.send('PATCH', `/Users/${body.id}`, patchOf({ op: 'replace', value: { title: 'secretperson' } }));
  await client.send('GET', `/Users?filter=${encodeURIComponent('userName eq "secretperson"')}`);
  const rows = await eventually(async () => {
    const found = await logged();
    expect(found).toHaveLength(4);
    return found;
  });
  expect(rows.toReversed().map(({ method, path, status, body: names }) => [method, path, status, names])).toEqual([
    ['POST', '/Users', 201, expect.stringContaining('userName, name, emails')],
    ['POST', '/Users', 409, expect.stringContaining('userName')],
    ['PATCH', `/Users/${body.id}`, 200, 'replace title'],
    ['GET', '/Users?filter=userName eq "…"', 200, null],
  ]);
  expect(rows[2]).toMatchObject({ detail: expect.stringContaining('userName'), duration_ms: expect.any(Number) });
  expect(JSON.stringify(rows.map((row) => ({ ...row, detail: null })))).not.toContain('secretperson');
});

it('keeps a few refused strangers under the integration that they named', async () => {
  for (let count = 0; count < 20; count += 1) {
    await client.send('GET', '/Users', undefined, { authorization: 'Bearer wrong' });
  }
  await log().flush();
  const rows = await logged();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(20);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set([401]));
});

it('filters by status and pages, newest first', async () => {
  for (const path of ['/Users', '/Nothing', '/Groups', '/Users/x']) await client.send('GET', path);
  await log().flush();
  expect((await repository().list(client, 404, null, 10)).map(({ path }) => path)).toEqual(['/Users/x']);
  const [newest, next] = await repository().list(client, null, null, 2);
  expect((await repository().list(client, null, newest!.id, 1)).map(({ id }) => id)).toEqual([next!.id]);
});

it('is bounded by count and by age', async () => {
  for (let count = 0; count < 6; count += 1) await client.send('GET', '/Users');
  await log().flush();
  await repository().trim([client.integrationId], 3);
  expect(await repository().count(client, null)).toBe(3);
  await scim.database.execute(`update scim_requests set at = now() - interval '8 days' where tenant_id = $1`, [
    client.tenantId,
  ]);
  await log().trim();
  expect(await repository().count(client, null)).toBe(0);
});

it('goes with its integration', async () => {
  await client.send('GET', '/Users');
  await log().flush();
  const { tenantId, integrationId } = client;
  await scim.database.execute('delete from directory_integrations where tenant_id = $1 and id = $2', [
    tenantId,
    integrationId,
  ]);
  expect(await logged()).toEqual([]);
});
