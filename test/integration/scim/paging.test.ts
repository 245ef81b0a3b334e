import { ScimCredentialService } from '@rollcall/credentials';
import { Database, systemCaller } from '@rollcall/platform';
import { GROUP, oktaUser, type ScimApp, type ScimBody, type ScimClient, startScim } from './scim-app.js';

let scim: ScimApp;
let client: ScimClient;
let ids: string[];

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
  ids = [];
  for (let index = 0; index < 9; index += 1)
    ids.push((await client.send('POST', '/Users', oktaUser(`p${index}`))).body.id);
});

const page = async (query: string, path = '/Users'): Promise<ScimBody> => {
  const { status, body } = await client.send('GET', `${path}?${query}`);
  expect(status).toBe(200);
  return body;
};
const idsOf = ({ Resources }: ScimBody): string[] => Resources.map(({ id }) => id);
const remove = (id: string) => client.send('DELETE', `/Users/${id}`);

/** The offsets of the pages that `work` reads from the database. */
async function offsetsOf(work: () => Promise<unknown>): Promise<unknown[]> {
  const query = jest.spyOn(scim.app.get(Database, { strict: false }), 'query');
  try {
    await work();
    return query.mock.calls.filter(([text]) => text.includes('with page as')).map(([, values]) => values!.at(-2));
  } finally {
    query.mockRestore();
  }
}

describe.each([
  ['all users', ''],
  ['users by a filter', `&filter=${encodeURIComponent('active eq true')}`],
  ['sorted users', '&sortBy=userName'],
])('%s, paged on by startIndex', (_name, query) => {
  it('have no gap when rows of earlier pages are deleted in between', async () => {
    const first = await page(`startIndex=1&count=3${query}`);
    await remove(ids[0]!);
    await remove(ids[2]!);
    const second = await page(`startIndex=4&count=3${query}`);
    const third = await page(`startIndex=7&count=3${query}`);
    expect([first, second, third].flatMap(idsOf)).toEqual(ids);
    expect([second.totalResults, second.startIndex, third.totalResults]).toEqual([7, 4, 7]);
  });

  it('are the same when a page is read again or a position in between is requested', async () => {
    await page(`startIndex=1&count=3${query}`);
    const second = await page(`startIndex=4&count=3${query}`);
    expect(await page(`startIndex=4&count=3${query}`)).toEqual(second);
    expect(idsOf(await page(`startIndex=6&count=2${query}`))).toEqual(ids.slice(5, 7));
    expect(idsOf(await page(`startIndex=10&count=2${query}`))).toEqual([]);
    expect(idsOf(await page(`startIndex=3&count=1${query}`))).toEqual(ids.slice(2, 3));
  });

  it('continue after a last row that was deleted', async () => {
    await page(`startIndex=1&count=3${query}`);
    await remove(ids[2]!);
    expect(idsOf(await page(`startIndex=4&count=3${query}`))).toEqual(ids.slice(3, 6));
  });
});

it('reads the pages of a list without skipping rows in PostgreSQL', async () => {
  const offsets = await offsetsOf(async () => {
    for (const start of [1, 4, 7, 10]) await page(`startIndex=${start}&count=3`);
  });
  expect(offsets).toEqual([0, 0, 0, 0]);
  expect(await offsetsOf(() => page('startIndex=6&count=1'))).toEqual([2]);
});

it('pages through groups in the same way as through users', async () => {
  for (let index = 0; index < 4; index += 1)
    await client.send('POST', '/Groups', { schemas: [GROUP], displayName: `g${index}` });
  const first = idsOf(await page('startIndex=1&count=2', '/Groups'));
  await client.send('DELETE', `/Groups/${first[0]}`);
  const second = idsOf(await page('startIndex=3&count=2', '/Groups'));
  expect(new Set([...first, ...second]).size).toBe(4);
});

it('keeps the positions of two credentials separate', async () => {
  const other = await scim.app
    .get(ScimCredentialService, { strict: false })
    .generateBearerToken(systemCaller(client.tenantId, 'test'), { integrationId: client.integrationId });
  const authorization = { authorization: `Bearer ${other.token}` };
  await page('startIndex=1&count=3');
  await remove(ids[0]!);
  const second = await client.send('GET', '/Users?startIndex=4&count=3', undefined, authorization);
  expect(idsOf(second.body)).toEqual(ids.slice(4, 7));
});
