import { testRegistry } from '../testing/test-registry.js';
import { testUserMapping } from '../testing/user-mapping.js';
import { compileKeyset, compileSort, type Sort } from './compile-sort.js';

const mapping = testUserMapping(testRegistry().user);
const sort = (by: string, order: Sort['order'] = 'ascending') => compileSort({ by, order }, mapping, 'i.id');

test.each([
  ['userName', 'i.user_name_key collate "C" asc nulls last, i.id asc'],
  ['externalId', 'i.external_id collate "C" asc nulls last, i.id asc'],
  ['meta.created', 'i.created_at asc nulls last, i.id asc'],
  ['NAME.familyname', "fold_text((i.profile -> 'name' ->> 'familyName')) collate \"C\" asc nulls last, i.id asc"],
])('by %s', (by, orderBy) => {
  expect(sort(by).orderBy).toBe(orderBy);
});

test('descending, those without a value come first (RFC 7644 §3.4.2.3)', () => {
  expect(sort('title', 'descending').orderBy).toBe(
    'fold_text((i.profile ->> \'title\')) collate "C" desc nulls first, i.id asc',
  );
});

test('of many values the primary one counts, else the first', () => {
  expect(sort('emails').orderBy).toContain("'$[*] ? (@.primary == true)'");
});

test.each(['shoeSize', 'name', 'password', 'groups', 'groups.display'])('%s is no sort key', (by) => {
  expect(() => sort(by)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidValue' }));
});

test('the rows after one', () => {
  const params: unknown[] = [];
  const after = (order: Sort['order'], key: string | null) =>
    compileKeyset({ by: 'userName', order }, mapping, 'i.id', { key, id: 'x' }, params);
  const key = 'i.user_name_key collate "C"';
  expect(after('ascending', 'ada')).toBe(
    `(${key} > $2::text or (${key} = $2::text and i.id > $1::uuid) or ${key} is null)`,
  );
  expect(after('descending', 'ada')).toBe(`(${key} < $4::text or (${key} = $4::text and i.id > $3::uuid))`);
  expect(after('ascending', null)).toBe(`${key} is null and i.id > $5::uuid`);
  expect(after('descending', null)).toBe(`(${key} is not null or i.id > $6::uuid)`);
  expect(params).toEqual(['x', 'ada', 'x', 'ada', 'x', 'x']);
});
