import { systemCaller } from '@rollcall/platform';
import { ScimSchemaService } from '../../../libs/scim/src/custom-schemas/scim-schema.service.js';
import { ownAttribute } from './own-attribute.js';
import { GROUP, patchOf, type ScimApp, type ScimClient, startScim, USER } from './scim-app.js';

const BADGE = 'urn:example:badge:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

let scim: ScimApp;
let client: ScimClient;
beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

const post = (more: object = {}, userName = 'ada') =>
  client.send('POST', '/Users', { schemas: [USER], userName, ...more });
const declare = (...attributes: ReturnType<typeof ownAttribute>[]) =>
  scim.app.get(ScimSchemaService, { strict: false }).save(systemCaller(client.tenantId, 'test'), client.integrationId, {
    id: BADGE,
    resource_type: 'User',
    required: false,
    name: 'Badge',
    description: '',
    attributes,
  });
const list = (query: string) => client.send('GET', `/Users?${query}`);

describe('values that are older than the schema that declares their type', () => {
  it.each([
    ['integer', 'gt 3', [{ one: 'high' }, { one: [4] }, { one: { a: 1 } }], { one: 4 }],
    ['decimal', 'lt 3', [{ one: true }, { one: '2' }], { one: 2.5 }],
    ['boolean', 'eq true', [{ one: 'maybe' }, { one: 1 }], { one: true }],
    [
      'dateTime',
      'gt "2020-01-01T00:00:00Z"',
      [{ one: 'soon' }, { one: '2023-02-30T00:00:00Z' }, { one: '2023-02-29T00:00:00Z' }, { one: 5 }],
      { one: '2024-02-29T00:00:00Z' },
    ],
    ['string', 'co "a"', [{ one: 5 }, { one: ['a'] }], { one: 'a' }],
  ])('of type %s match no filter of that type and do not break lists', async (type, condition, olds, fit) => {
    for (const [place, old] of olds.entries()) await post({ [BADGE]: old }, `old${place}`);
    const { id } = (await post({ [BADGE]: fit }, 'fit')).body;
    await declare(ownAttribute('one', { type }));
    const found = await list(`filter=${encodeURIComponent(`${BADGE}:one ${condition}`)}`);
    expect([found.status, found.body.Resources?.map((user) => user.id)]).toEqual([200, [id]]);
    for (const order of ['ascending', 'descending']) {
      const sorted = await list(`sortBy=${encodeURIComponent(`${BADGE}:one`)}&sortOrder=${order}`);
      expect(sorted.body.Resources?.at(order === 'ascending' ? 0 : -1)?.id).toBe(id);
    }
  });

  it('that are one text instead of a list match no filter, and are replaced by a PATCH', async () => {
    const { id } = (await post({ [BADGE]: { tags: 'solo' } })).body;
    await declare(ownAttribute('tags', { multiValued: true }));
    const filter = `filter=${encodeURIComponent(`${BADGE}:tags eq "solo"`)}`;
    expect((await list(filter)).body.totalResults).toBe(0);
    const added = await client.send(
      'PATCH',
      `/Users/${id}`,
      patchOf({ op: 'add', path: `${BADGE}:tags`, value: ['solo'] }),
    );
    expect([added.status, (await list(filter)).body.totalResults]).toEqual([200, 1]);
  });
});

it('attributes of an extension with returned: always are in every answer', async () => {
  await declare(ownAttribute('number', { returned: 'always' }), ownAttribute('color'));
  const { id } = (await post({ [BADGE]: { number: '7', color: 'red' } })).body;
  for (const query of [
    'attributes=userName',
    `excludedAttributes=${BADGE}`,
    `excludedAttributes=${BADGE}:number,${BADGE}:color`,
  ])
    expect((await client.send('GET', `/Users/${id}?${query}`)).body[BADGE]).toEqual({ number: '7' });
});

it('attributes of an undeclared schema can be requested one by one', async () => {
  const { id } = (await post({ [BADGE]: { number: '7', Color: 'red' } })).body;
  const get = async (query: string) => (await client.send('GET', `/Users/${id}?${query}`)).body[BADGE];
  expect(await get(`attributes=${BADGE.toUpperCase()}:COLOR`)).toEqual({ Color: 'red' });
  expect(await get(`excludedAttributes=${BADGE}:color`)).toEqual({ number: '7' });
  expect(await get('attributes=userName')).toBeUndefined();
});

it('the URN of a schema is accepted in any letter case (RFC 8141 §3.1)', async () => {
  const { id, schemas } = (await post({ 'URN:example:Badge:2.0:User': { number: '7' } })).body;
  expect(schemas).toEqual([USER, 'URN:example:Badge:2.0:User']);
  const { body } = await client.send(
    'PATCH',
    `/Users/${id}`,
    patchOf({ op: 'add', path: `${BADGE}:color`, value: 'red' }),
  );
  expect(body['URN:example:Badge:2.0:User']).toEqual({ number: '7', color: 'red' });
  expect(body.schemas).toHaveLength(2);
  const twice = await post({ [BADGE]: { a: 1 }, [BADGE.toUpperCase()]: { a: 2 } }, 'bob');
  expect([twice.status, twice.body.scimType]).toEqual([400, 'invalidValue']);
});

describe('schemas that belong elsewhere', () => {
  it.each([GROUP, 'urn:ietf:params:scim:api:messages:2.0:PatchOp', 'urn:ietf:params:scim:schemas:core:2.0:Schema'])(
    'are refused on users: %s',
    async (urn) => {
      expect((await post({ [urn]: { displayName: 'x' } })).body.scimType).toBe('invalidValue');
      const { id } = (await post()).body;
      const patches = [
        { op: 'add', path: `${urn}:displayName`, value: 'x' },
        { op: 'add', path: urn, value: { displayName: 'x' } },
        { op: 'add', value: { [urn]: { displayName: 'x' } } },
      ];
      for (const operation of patches) {
        const { status, body } = await client.send('PATCH', `/Users/${id}`, patchOf(operation));
        expect([status, body.scimType]).toEqual([400, 'invalidPath']);
      }
      expect((await client.send('GET', `/Users/${id}`)).body.schemas).toEqual([USER]);
    },
  );

  it.each([USER, ENTERPRISE])('are refused on groups: %s', async (urn) => {
    const body = { schemas: [GROUP], displayName: 'Ops', [urn]: { department: 'x' } };
    expect((await client.send('POST', '/Groups', body)).body.scimType).toBe('invalidValue');
    const { id } = (await client.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Ops' })).body;
    for (const operation of [
      { op: 'replace', path: `${urn}:department`, value: 'x' },
      { op: 'add', value: { [urn]: { department: 'x' } } },
    ])
      expect((await client.send('PATCH', `/Groups/${id}`, patchOf(operation))).body.scimType).toBe('invalidPath');
  });
});

describe('whole numbers beyond 2^53', () => {
  const raw = (number: string) => `{"schemas":["${USER}"],"userName":"ada","${BADGE}":{"number":[${number}]}}`;
  it.each(['9007199254740993', '-9223372036854775808', '1234567890123456789'])(
    'are refused rather than changed: %s',
    async (number) => {
      const { status, body } = await client.send('POST', '/Users', raw(number));
      expect([status, body.scimType]).toEqual([400, 'invalidValue']);
      const { id } = (await post()).body;
      const patch = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"${BADGE}:number","value":${number}}]}`;
      for (const [method, text] of [
        ['PUT', raw(number)],
        ['PATCH', patch],
      ] as const)
        expect((await client.send(method, `/Users/${id}`, text)).body.scimType).toBe('invalidValue');
    },
  );

  it.each([
    '9007199254740991',
    '9007199254740992',
    '3.14159265358979323846',
    '"9007199254740993"',
    '"\\"9007199254740993"',
  ])('other values are stored: %s', async (number) =>
    expect((await client.send('POST', '/Users', raw(number))).body[BADGE]).toEqual({ number: [JSON.parse(number)] }),
  );

  it('are refused in a filter', async () => {
    await declare(ownAttribute('number', { type: 'integer' }));
    expect((await list(`filter=${encodeURIComponent(`${BADGE}:number eq 9007199254740993`)}`)).body.scimType).toBe(
      'invalidFilter',
    );
  });
});
