import { GROUP, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

/** More members than fit into two chunks. */
const MEMBERS = 4500;

let scim: ScimApp;
let client: ScimClient;
let ids: string[];

beforeAll(async () => {
  scim = await startScim();
  client = await scim.client();
  const rows = await scim.database.query<{ id: string }>(
    `insert into identities (tenant_id, integration_id, id, user_name, display_name)
     select $1, $2, gen_random_uuid(), 'user' || n, case when n % 2 = 0 then 'Even "' || n || '"' end from generate_series(1, $3::int) n
     returning id`,
    [client.tenantId, client.integrationId, MEMBERS],
  );
  ids = rows.map(({ id }) => id).toSorted();
});
afterAll(() => scim.close());

async function push(displayName: string, members: readonly string[]): Promise<string> {
  const { status, body } = await client.send('POST', '/Groups', {
    schemas: [GROUP],
    displayName,
    members: members.map((value) => ({ value, display: 'as sent' })),
  });
  expect(status).toBe(201);
  expect(body.members).toHaveLength(members.length);
  return body.id;
}

const valuesOf = (members?: { value: string }[]) => (members ?? []).map(({ value }) => value);

it('returns all members of a group once, both for the group alone and in a list', async () => {
  const [large, small, other] = [
    await push('large', ids),
    await push('small', ids.slice(0, 3)),
    await push('other', ids),
  ];
  const { status, body } = await client.send('GET', `/Groups/${large}`);
  expect(status).toBe(200);
  expect(valuesOf(body.members)).toEqual(ids);
  expect(body.members?.[0]).toMatchObject({ type: 'User', display: expect.stringMatching(/^(user\d+|Even "\d+")$/) });
  expect(body.meta).toMatchObject({ resourceType: 'Group', version: 'W/"1"' });
  const { body: list } = await client.send('GET', '/Groups');
  expect(list.Resources.map(({ id, members }) => [id, members?.length])).toEqual([
    [large, MEMBERS],
    [small, 3],
    [other, MEMBERS],
  ]);
  const { body: picked } = await client.send('GET', `/Groups/${large}?attributes=members.value`);
  expect(picked.members?.slice(0, 2)).toEqual(ids.slice(0, 2).map((value) => ({ value })));
  expect(picked).not.toHaveProperty('displayName');
  expect(picked.members).toHaveLength(MEMBERS);
});

it('replaces and empties in one request', async () => {
  const group = await push('replaced', ids.slice(0, 4000));
  const patch = (...operations: object[]) => client.send('PATCH', `/Groups/${group}`, patchOf(...operations));
  const members = async () => valuesOf((await client.send('GET', `/Groups/${group}`)).body.members);
  const value = ids.slice(500).map((id) => ({ value: id }));
  expect((await patch({ op: 'replace', path: 'members', value })).status).toBe(204);
  expect(await members()).toEqual(ids.slice(500));
  expect((await patch({ op: 'remove', path: 'members[display sw "Even"]' })).status).toBe(204);
  expect((await members()).length).toBeGreaterThan(0);
  const evens = `members[display sw "Even"]`;
  expect(
    (await client.send('GET', `/Groups?filter=${encodeURIComponent(`id eq "${group}" and ${evens}`)}`)).body
      .totalResults,
  ).toBe(0);
  // The group is no longer large, so the answer contains the group (200, not 204).
  expect((await patch({ op: 'replace', path: 'members', value: [] })).status).toBe(200);
  expect(await members()).toEqual([]);
});
