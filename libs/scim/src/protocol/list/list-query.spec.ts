import { parseListQuery, parseSearchRequest, SEARCH_REQUEST_SCHEMA } from './list-query.js';

const limits = { defaultCount: 100, maxCount: 200 };

test.each([
  [{}, { startIndex: 1, count: 100 }],
  [
    { startIndex: '5', count: '2' },
    { startIndex: 5, count: 2 },
  ],
  // RFC 7644 §3.4.2.4
  [
    { startIndex: '0', count: '-3' },
    { startIndex: 1, count: 0 },
  ],
  [
    { startIndex: '-7', count: '0' },
    { startIndex: 1, count: 0 },
  ],
  [{ count: '100000' }, { startIndex: 1, count: 200 }],
  [{ filter: 'userName pr' }, { startIndex: 1, count: 100, filter: { kind: 'present', path: 'userName' } }],
  [{ sortBy: 'userName' }, { startIndex: 1, count: 100, sort: { by: 'userName', order: 'ascending' } }],
  [
    { sortBy: 'userName', sortOrder: 'Descending' },
    { startIndex: 1, count: 100, sort: { by: 'userName', order: 'descending' } },
  ],
  [{ sortOrder: 'descending' }, { startIndex: 1, count: 100 }],
  [
    { attributes: 'userName, emails.value,', excludedAttributes: ['name', 'title'] },
    { startIndex: 1, count: 100, attributes: ['userName', 'emails.value'], excludedAttributes: ['name', 'title'] },
  ],
  [
    { cursor: '', count: '10' },
    { startIndex: 1, count: 10, cursor: '' },
  ],
])('%j', (query, expected) => {
  expect(parseListQuery(query, limits)).toEqual(expected);
});

test.each([
  [{ startIndex: 'one' }, 'invalidValue'],
  [{ startIndex: '1.5' }, 'invalidValue'],
  [{ count: '' }, 'invalidValue'],
  [{ count: ['1', '2'] }, 'invalidValue'],
  [{ filter: '' }, 'invalidFilter'],
  [{ filter: ['userName pr', 'name pr'] }, 'invalidFilter'],
  [{ sortBy: 'userName', sortOrder: 'up' }, 'invalidValue'],
  [{ cursor: '', startIndex: '1' }, 'invalidValue'],
  [{ cursor: '', count: '201' }, 'invalidCount'],
  [{ attributes: { a: 1 } }, 'invalidValue'],
])('%j is %s', (query, scimType) => {
  expect(() => parseListQuery(query, limits)).toThrow(expect.objectContaining({ status: 400, scimType }));
});

test('a SearchRequest says the same in JSON', () => {
  const body = {
    schemas: [SEARCH_REQUEST_SCHEMA],
    attributes: ['userName'],
    filter: 'userName pr',
    startIndex: 2,
    count: 10,
    sortBy: 'userName',
  };
  expect(parseSearchRequest(body, limits)).toEqual({
    startIndex: 2,
    count: 10,
    attributes: ['userName'],
    filter: { kind: 'present', path: 'userName' },
    sort: { by: 'userName', order: 'ascending' },
  });
  expect(() => parseSearchRequest({ schemas: [], filter: 'userName pr' })).toThrow(
    expect.objectContaining({ scimType: 'invalidSyntax' }),
  );
});
