import fc from 'fast-check';
import { parseFilter } from '../filter/parse-filter.js';
import { userFilter } from '../testing/filter-arbitraries.js';
import { testRegistry } from '../testing/test-registry.js';
import { testUserMapping } from '../testing/user-mapping.js';
import { compileFilter } from './compile-filter.js';

jest.setTimeout(60_000);

const mapping = testUserMapping(testRegistry().user);
const compile = (text: string) => {
  const params: unknown[] = ['tenant'];
  const sql = compileFilter(parseFilter(text), mapping, params);
  return { sql, values: params.slice(1) };
};
const ID = '0195a4e0-0000-7000-8000-000000000000';

test.each([
  // Indexed columns: user_name_key, external_id, id
  [
    'userName eq "A_b%"',
    "i.user_name_key in ($2::text, E'\\u0001' || lower($3::text))" +
      ' and case when i.shared_name_key is null then i.user_name_key = $2::text else lower(i.user_name) = lower($3::text) end',
    ['a_b%', 'A_b%'],
  ],
  ['userName gt " Ada"', 'i.user_name_key collate "C" > $2::text', ['ada']],
  ['externalId eq "00u"', 'i.external_id = $2::text', ['00u']],
  [`id eq "${ID}"`, 'i.id = $2::uuid', [ID]],
  ['id eq "no uuid"', 'false', []],
  ['id ne "no uuid"', 'true', []],
  ['id sw "01"', 'starts_with((i.id)::text, $2::text)', ['01']],
  ['active eq true', 'i.active = true', []],
  ['active ne "False"', 'i.active is distinct from false', []],
  ['userName co "%"', 'strpos(fold_text(i.user_name), $2::text) > 0', ['%']],
  ['not (userName pr)', "(i.user_name <> '') is not true", []],
  ['meta.created le "2026-01-31T08:00:00Z"', 'i.created_at < $2::timestamptz', ['2026-01-31T08:00:00.001Z']],
  ['meta.created le "9999-12-31T23:59:59.999Z"', 'i.created_at < $2::timestamptz', ['infinity']],
  ['title eq "x"', "fold_text((i.profile ->> 'title')) = $2::text", ['x']],
  [
    'groups.display eq "Ops"',
    'exists (select 1 from group_members gm join groups g on g.id = gm.group_id where gm.identity_id = i.id and (fold_text(g.display_name) = $2::text))',
    ['ops'],
  ],
  [
    'groups pr',
    'exists (select 1 from group_members gm join groups g on g.id = gm.group_id where gm.identity_id = i.id)',
    [],
  ],
])('%s', (text, sql, values) => {
  expect(compile(text)).toEqual({ sql, values });
});

test('eq on a multi-valued attribute finds its candidates by an index', () => {
  const { sql, values } = compile('emails[type eq "work" and value eq "A@x"]');
  expect(sql).toMatch(/^fold_json\(i\.profile -> 'emails'\) @> \$2::jsonb and exists /);
  expect(values).toEqual(['[{"type":"work","value":"a@x"}]', 'work', 'a@x']);
  expect(compile('emails.value co "x"').sql).toMatch(/^exists /);
});

test('attributes that no filter reaches are invalidFilter', () => {
  for (const text of ['groups.type eq "direct"', 'schemas eq "urn:x"', 'meta.version eq "1"'])
    expect(() => compile(text)).toThrow(expect.objectContaining({ scimType: 'invalidFilter' }));
});

test('operands are parameters, each named once and in order', () => {
  fc.assert(
    fc.property(userFilter, (filter) => {
      const params: unknown[] = [];
      const sql = compileFilter(filter, mapping, params);
      const named = [...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
      expect([...new Set(named)].sort((a, b) => a - b)).toEqual(params.map((_value, at) => at + 1));
      expect(sql).not.toContain('@x');
    }),
  );
});
