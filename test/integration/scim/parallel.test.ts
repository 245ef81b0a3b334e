import { GROUP, oktaUser, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

let scim: ScimApp;
let client: ScimClient;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

async function users(count: number): Promise<string[]> {
  const created = await Promise.all(
    Array.from({ length: count }, (_, index) => client.send('POST', '/Users', oktaUser(`p${index}`))),
  );
  return created.map(({ body }) => body.id);
}

async function newGroup(members: string[] = []): Promise<string> {
  const body = { schemas: [GROUP], displayName: 'Staff', members: members.map((value) => ({ value })) };
  return (await client.send('POST', '/Groups', body)).body.id;
}

async function membersOf(group: string): Promise<string[]> {
  const { body } = await client.send('GET', `/Groups/${group}`);
  return (body.members ?? []).map(({ value }: { value: string }) => value);
}

it('loses none of 500 parallel pushes into one group, and counts each as a version', async () => {
  const ids = await users(500);
  const group = await newGroup();
  const pushed = await Promise.all(
    ids.map((value) =>
      client.send('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value }] })),
    ),
  );
  expect(pushed.filter(({ status }) => ![200, 204].includes(status))).toEqual([]);
  // The ETag of each answer contains the version that this request has made.
  expect(new Set(pushed.map(({ headers }) => headers['etag']))).toEqual(
    new Set(ids.map((_id, index) => `W/"${index + 2}"`)),
  );
  expect(new Set(await membersOf(group))).toEqual(new Set(ids));
  expect((await client.send('GET', `/Groups/${group}?excludedAttributes=members`)).body.meta.version).toBe('W/"501"');
}, 60_000);

it('accepts parallel adds, removes and overlapping lists without a refusal', async () => {
  const ids = await users(24);
  const group = await newGroup(ids.slice(0, 12));
  const push = (...operations: object[]) => client.send('PATCH', `/Groups/${group}`, patchOf(...operations));
  const member = (value: string) => ({ value });
  const answers = await Promise.all([
    ...ids.slice(0, 12).map((id) => push({ op: 'remove', path: `members[value eq "${id}"]` })),
    ...ids.slice(12).map((_, index) => push({ op: 'add', path: 'members', value: ids.slice(12 + index).map(member) })),
    ...ids.slice(12).map((_, index) =>
      push({
        op: 'add',
        path: 'members',
        value: ids
          .slice(12, 24 - index)
          .toReversed()
          .map(member),
      }),
    ),
  ]);
  expect(answers.filter(({ status }) => ![200, 204].includes(status))).toEqual([]);
  expect(new Set(await membersOf(group))).toEqual(new Set(ids.slice(12)));
});

it('creates one user for twelve parallel requests', async () => {
  const created = await Promise.all(Array.from({ length: 12 }, () => client.send('POST', '/Users', oktaUser('twin'))));
  expect(created.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
});

it('loses none of 24 parallel changes of one user', async () => {
  const [id] = await users(1);
  const changed = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      client.send(
        'PATCH',
        `/Users/${id}`,
        patchOf({ op: 'add', path: 'phoneNumbers', value: [{ value: `+${index}` }] }),
      ),
    ),
  );
  expect(new Set(changed.map(({ status }) => status))).toEqual(new Set([200]));
  const { body } = await client.send('GET', `/Users/${id}`);
  expect(body.phoneNumbers).toHaveLength(24);
  expect(body.meta.version).toBe('W/"25"');
});

it('deletes users while they are pushed into groups', async () => {
  const ids = await users(12);
  const group = await newGroup(ids);
  const answers = await Promise.all(
    ids.flatMap((id) => [
      client.send('DELETE', `/Users/${id}`),
      client.send('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: id }] })),
    ]),
  );
  expect(answers.filter(({ status }) => ![200, 204, 400].includes(status))).toEqual([]);
  expect(await membersOf(group)).toEqual([]);
});
