import { BULK_REQUEST_SCHEMA, parseBulkRequest } from './bulk-request.js';

const parse = (Operations: unknown, more: object = {}) =>
  parseBulkRequest({ schemas: [BULK_REQUEST_SCHEMA], Operations, ...more }, 3);

test('operations in canonical form', () => {
  const request = parse(
    [
      { method: 'post', path: '/Users', bulkId: 'a', data: { userName: 'x' } },
      { method: 'PATCH', path: '/groups/g1', version: 'W/"1"', data: {} },
      { method: 'DELETE', path: 'Users/u1' },
    ],
    { failOnErrors: 2 },
  );
  expect(request).toEqual({
    failOnErrors: 2,
    operations: [
      { index: 0, method: 'POST', resourceType: 'User', bulkId: 'a', data: { userName: 'x' } },
      { index: 1, method: 'PATCH', resourceType: 'Group', id: 'g1', version: 'W/"1"', data: {} },
      { index: 2, method: 'DELETE', resourceType: 'User', id: 'u1' },
    ],
  });
});

test.each([
  [{ method: 'POST', path: '/Users', data: {} }, 'bulkId'],
  [{ method: 'POST', path: '/Users/1', bulkId: 'a', data: {} }, 'path'],
  [{ method: 'PUT', path: '/Users', data: {} }, 'path'],
  [{ method: 'PUT', path: '/Users/1' }, 'data'],
  [{ method: 'GET', path: '/Users/1' }, 'method'],
  [{ method: 'DELETE', path: '/Me' }, 'path'],
  [{ method: 'PUT', path: '/Users/1', data: { x: JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) } }, 'nested'],
  ['x', 'object'],
])('%j fails alone', (operation, word) => {
  const { operations } = parse([operation, { method: 'DELETE', path: '/Users/1' }]);
  expect(operations[0]).toMatchObject({
    refusal: { status: 400, scimType: 'invalidSyntax', detail: expect.stringContaining(word) },
  });
  expect(operations[1]).toMatchObject({ method: 'DELETE', id: '1' });
});

test('a bulkId used twice fails the second time', () => {
  const post = { method: 'POST', path: '/Users', bulkId: 'a', data: {} };
  expect(parse([post, post]).operations[1]).toMatchObject({ refusal: { scimType: 'invalidValue' } });
});

test.each([
  [{ schemas: [], Operations: [] }, 400],
  [{ schemas: [BULK_REQUEST_SCHEMA] }, 400],
  [{ schemas: [BULK_REQUEST_SCHEMA], Operations: [], failOnErrors: 0 }, 400],
  [{ schemas: [BULK_REQUEST_SCHEMA], Operations: [], failOnErrors: 'x' }, 400],
  [{ schemas: [BULK_REQUEST_SCHEMA], Operations: [1, 2, 3, 4] }, 413],
])('%j is refused as a whole', (body, status) => {
  expect(() => parseBulkRequest(body, 3)).toThrow(expect.objectContaining({ status }));
});
