import { encodeCursor, idSliceOf } from '@rollcall/platform';
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
const ANY = { status: null, authenticated: null };
const logged = () => repository().list(client, ANY, idSliceOf({ first: 100 }, 'desc'));

it('stores method, path, status and refusal of each request, but no data of a person', async () => {
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

it('stores a few refused unauthenticated requests for the integration in their URL', async () => {
  for (let count = 0; count < 20; count += 1) {
    await client.send('GET', '/Users', undefined, { authorization: 'Bearer wrong' });
  }
  await log().flush();
  const rows = await logged();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(20);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set([401]));
});

describe('a stranger', () => {
  const stranger = (path = '/Users', method = 'GET') =>
    client.send(method, path, undefined, { authorization: 'Bearer wrong' });
  const pathsOf = async (authenticated: boolean) =>
    (await repository().list(client, { status: null, authenticated }, idSliceOf({ first: 200 }, 'desc'))).map(
      ({ path }) => path,
    );

  it('cannot disable the log with a NUL, a lone surrogate or an escape in a URL', async () => {
    await client.send('GET', '/Users?count=1');
    await stranger('/Users/%00?x=%00&%00=y');
    await stranger('/Users?x=%ED%A0%80%1B%5B2J%C2%9B');
    await client.send('GET', '/Groups?count=2');
    await client.send('PATCH', '/Users/x', { schemas: [], Operations: [{ op: 'a\u0000', path: 'b\ud800' }] });
    await log().flush();
    expect(await pathsOf(true)).toEqual(['/Users/x', '/Groups?count=2', '/Users?count=1']);
    expect(await pathsOf(false)).toEqual([
      '/Users?x=%EF%BF%BD%EF%BF%BD%EF%BF%BD%1B[2J%C2%9B',
      '/Users/%00?x=%00&%00=y',
    ]);
  });

  it('does not prevent other rows from being stored if its own cannot be stored', async () => {
    const original = repository().insert.bind(repository());
    const insert = jest.spyOn(repository(), 'insert').mockImplementation(async (rows) => {
      if (rows.some(({ path }) => path.includes('poison'))) throw new Error('invalid input');
      await original(rows);
    });
    await client.send('GET', '/Users?count=1');
    await client.send('GET', '/Users/poison');
    await client.send('GET', '/Users?count=3');
    await log().flush();
    insert.mockRestore();
    expect(await pathsOf(true)).toEqual(['/Users?count=3', '/Users?count=1']);
  });

  it('cannot push out the requests of the client', async () => {
    for (let count = 0; count < 3; count += 1) await client.send('GET', `/Users?count=${count + 1}`);
    for (let count = 0; count < 40; count += 1) await stranger();
    await log().flush();
    expect(await pathsOf(false)).toHaveLength(10);
    await repository().trim([client.integrationId], { clients: 3, strangers: 2 });
    expect([await pathsOf(true), (await pathsOf(false)).length]).toEqual([
      ['/Users?count=3', '/Users?count=2', '/Users?count=1'],
      2,
    ]);
  });

  it('at one integration does not hide unauthenticated requests at another', async () => {
    for (let count = 0; count < 40; count += 1) await stranger();
    const other = await scim.client();
    await other.send('GET', '/Users', undefined, { authorization: 'Bearer wrong' });
    await log().flush();
    expect(await repository().count(other, ANY)).toBe(1);
  });
});

it('stores no token that a client puts into the URL', async () => {
  await client.send('GET', `/Users?access_token=${client.token}&filter=userName`);
  await client.send('GET', `/Users/${client.token}`);
  await log().flush();
  expect((await logged()).map(({ path, detail }) => [path, JSON.stringify(detail).includes(client.token)])).toEqual([
    ['/Users/rcs_…', false],
    ['/Users?access_token=rcs_…&filter=userName', false],
  ]);
});

it('filters by status and pages, newest first', async () => {
  for (const path of ['/Users', '/Nothing', '/Groups', '/Users/x']) await client.send('GET', path);
  await log().flush();
  expect(
    (await repository().list(client, { ...ANY, status: 404 }, idSliceOf({ first: 10 }, 'desc'))).map(
      ({ path }) => path,
    ),
  ).toEqual(['/Users/x']);
  const [newest, next] = await repository().list(client, ANY, idSliceOf({ first: 1 }, 'desc'));
  const after = encodeCursor([newest!.id]);
  const older = await repository().list(client, ANY, idSliceOf({ first: 0, after }, 'desc'));
  expect(older.map(({ id }) => id)).toEqual([next!.id]);
});

it('is bounded by count and by age', async () => {
  for (let count = 0; count < 6; count += 1) await client.send('GET', '/Users');
  await log().flush();
  await repository().trim([client.integrationId], { clients: 3, strangers: 0 });
  expect(await repository().count(client, ANY)).toBe(3);
  await scim.database.execute(`update scim_requests set at = now() - interval '8 days' where tenant_id = $1`, [
    client.tenantId,
  ]);
  await log().trim();
  expect(await repository().count(client, ANY)).toBe(0);
});

it('is deleted with its integration', async () => {
  await client.send('GET', '/Users');
  await log().flush();
  const { tenantId, integrationId } = client;
  await scim.database.execute('delete from directory_integrations where tenant_id = $1 and id = $2', [
    tenantId,
    integrationId,
  ]);
  expect(await logged()).toEqual([]);
});
