import fc from 'fast-check';
import { GroupSearch, IdentitySearch } from '@rollcall/directory';
import { compareCodePoints, foldText, isSameName, migrate, nameKey, systemCaller } from '@rollcall/platform';
import { migrationSource } from '../../../migrations/index.js';
import { createDatabase, type TestDatabase } from '../../support/index.js';
import { GROUP, patchOf, type ScimApp, type ScimClient, startScim, USER } from './scim-app.js';

/** Letters that may change with the locale, by normalization, by width mapping or by case folding. */
const LETTERS = [
  'i',
  'I',
  'İ',
  'ı',
  'i\u0307',
  'Σ',
  'σ',
  'ς',
  'ß',
  'ẞ',
  'SS',
  '\u00e9',
  'E\u0301',
  'ｋ',
  'K',
  '\u212a',
  'Ǆ',
  'ﬁ',
  ' ',
];
const word = fc.array(fc.oneof(fc.constantFrom(...LETTERS), fc.string({ unit: 'grapheme', maxLength: 1 })), {
  minLength: 1,
  maxLength: 3,
});
const name = word
  .map((letters) => letters.join(''))
  .filter((text) => nameKey(text) !== '' && !/[\0\p{Surrogate}\p{Default_Ignorable_Code_Point}"\\]/u.test(text));

describe.each([
  ['C', "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"],
  ['Turkish', "locale_provider icu icu_locale 'tr-TR' locale 'C'"],
])('on a database of locale %s', (_, locale) => {
  let on: TestDatabase;
  let scim: ScimApp;
  let client: ScimClient;
  beforeAll(async () => {
    on = await createDatabase('template0', locale);
    await migrate(migrationSource(on.url));
    scim = await startScim({}, on);
    client = await scim.client();
  });
  afterAll(() => scim.close());

  const filter = (path: string, query: string) =>
    client.send('GET', `${path}?filter=${encodeURIComponent(query)}`).then(({ body }) => body.totalResults);

  it('the SQL functions return the same as TypeScript for every code point', async () => {
    const points = Array.from({ length: 0x110000 }, (_value, point) => point).filter(
      (point) => point > 0 && (point < 0xd800 || point > 0xdfff),
    );
    for (let from = 0; from < points.length; from += 50_000) {
      const texts = points.slice(from, from + 50_000).map((point) => `A${String.fromCodePoint(point)}\u0301z `);
      const rows = await on.database.query<{ folded: string; key: string; known: boolean }>(
        'select fold_text(text) as folded, name_key(text) as key, unicode_assigned(text) as known from unnest($1::text[]) with ordinality as one (text, place) order by place',
        [texts],
      );
      const wrong = rows.flatMap(({ folded, key, known }, place) =>
        // Characters that PostgreSQL does not know are skipped. Its Unicode version may be older than Node's, and it
        // does not normalize them.
        !known || (folded === foldText(texts[place]!) && key === nameKey(texts[place]!)) ? [] : [texts[place]],
      );
      expect(wrong).toEqual([]);
    }
  });

  it('uniqueness, filters, sorting, PATCH and search agree on any two names', () =>
    fc.assert(
      fc.asyncProperty(name, name, async (one, other) => {
        client = await scim.client();
        const same = isSameName(one, other);
        const first = await client.send('POST', '/Users', { schemas: [USER], userName: one, displayName: one });
        const second = await client.send('POST', '/Users', {
          schemas: [USER],
          userName: other,
          emails: [
            { value: other, type: 'home' },
            { value: 'x@ex.test', type: 'work' },
          ],
        });
        expect([first.status, second.status]).toEqual([201, same ? 409 : 201]);
        const third = await client.send('POST', '/Users', { schemas: [USER], userName: `third ${one} ${other}` });
        const renamed = await client.send(
          'PATCH',
          `/Users/${third.body.id}`,
          patchOf({ op: 'replace', path: 'userName', value: other }),
        );
        expect(renamed.status).toBe(409);
        expect(await filter('/Users', `userName eq "${other}"`)).toBe(1);
        expect(await filter('/Users', `userName eq "${one}" and userName eq "${other}"`)).toBe(same ? 1 : 0);
        const { body } = await client.send('GET', '/Users?sortBy=userName');
        const keys = body.Resources.map(({ userName }) => nameKey(userName));
        expect(keys).toEqual(keys.toSorted(compareCodePoints));
        const admin = systemCaller(client.tenantId, 'test');
        const search = { integrationId: client.integrationId, search: one };
        expect(await scim.app.get(IdentitySearch, { strict: false }).count(admin, search)).toBeGreaterThan(0);
        if (same) return;
        const listed = await filter('/Users', `emails[value eq "${one}"] and id eq "${second.body.id}"`);
        const removed = await client.send(
          'PATCH',
          `/Users/${second.body.id}`,
          patchOf({ op: 'remove', path: `emails[value eq "${one}"]` }),
        );
        expect((removed.body['emails'] as unknown[]).length).toBe(listed === 1 ? 1 : 2);
      }),
      { numRuns: 40 },
    ));

  it('groups are distinguished by the same key', async () => {
    const group = (displayName: string) => client.send('POST', '/Groups', { schemas: [GROUP], displayName });
    expect((await group('İK')).status).toBe(201);
    expect((await group('ik')).status).toBe(201);
    expect((await group('i\u0307k ')).status).toBe(409);
    expect((await group('i\u200bk')).status).toBe(409);
    expect(await filter('/Groups', 'displayName eq "IK"')).toBe(1);
    const admin = systemCaller(client.tenantId, 'test');
    const search = { integrationId: client.integrationId, search: 'İK' };
    expect(await scim.app.get(GroupSearch, { strict: false }).count(admin, search)).toBe(1);
  });
});

describe('a userName with characters that are not shown', () => {
  let scim: ScimApp;
  let client: ScimClient;
  beforeAll(async () => {
    scim = await startScim();
    client = await scim.client();
  });
  afterAll(() => scim.close());

  it.each(['ada\u200b', '\u00adada', 'ad\u2060a', '\u202eada', 'a\ufe0fda'])(
    'is refused in POST, PUT, PATCH and bulk: %j',
    async (userName) => {
      const { body } = await client.send('POST', '/Users', { schemas: [USER], userName: `plain ${escape(userName)}` });
      const refusal = { status: 400, scimType: 'invalidValue' };
      const refused = [
        await client.send('POST', '/Users', { schemas: [USER], userName }),
        await client.send('PUT', `/Users/${body.id}`, { schemas: [USER], userName }),
        await client.send('PATCH', `/Users/${body.id}`, patchOf({ op: 'replace', value: { userName } })),
      ];
      for (const { status, body: error } of refused) expect({ status, scimType: error.scimType }).toEqual(refusal);
      const bulk = await client.send('POST', '/Bulk', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
        Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data: { schemas: [USER], userName } }],
      });
      expect(bulk.body.Operations[0]!.status).toBe('400');
    },
  );
});
