import { toList } from './scim-list.js';

const SERVER = { extension: 'urn:example:User', attribute: 'hasPasskey' };

it.each([
  [{ totalResults: 1, Resources: [{ id: 'a' }] }, 1, ['a'], undefined],
  [{ totalresults: '7', resources: [{ id: 'a' }] }, 7, ['a'], undefined],
  [{ Resources: [{ id: 'a' }], nextCursor: 'n' }, undefined, ['a'], 'n'],
  [{ Resources: [], nextCursor: '' }, undefined, [], undefined],
  [{ totalResults: 0 }, 0, [], undefined],
  [{ totalResults: 3, Resources: [null, 'a', { id: 'a' }] }, 3, ['a'], undefined],
  [{ totalResults: 0, Resources: null }, 0, [], undefined],
  [{ totalResults: -1, Resources: [] }, undefined, [], undefined],
  [{ totalResults: 'many', Resources: [] }, undefined, [], undefined],
])('reads %j', (body, totalResults, ids, nextCursor) => {
  const list = toList(body, SERVER);
  expect({ ...list, users: list.users.map(({ id }) => id) }).toEqual({ totalResults, users: ids, nextCursor });
});

it.each([{}, { Resources: {} }, { totalResults: 1, Resources: 'none' }, { detail: 'hello' }])(
  'refuses %j, because it is not a list',
  (body) => {
    expect(() => toList(body, SERVER)).toThrow('not SCIM');
  },
);
