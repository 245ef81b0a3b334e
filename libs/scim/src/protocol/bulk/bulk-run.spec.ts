import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import type { JsonObject } from '../json.js';
import { BULK_REQUEST_SCHEMA, type BulkOperation, parseBulkRequest } from './bulk-request.js';
import { BulkRun } from './bulk-run.js';

jest.setTimeout(60_000);

const BASE = 'https://x/scim/v2/i';
const post = (bulkId: string, data: object = {}, path = '/Users') => ({ method: 'POST', path, bulkId, data });
const manager = (bulkId: string) => ({ manager: { value: `bulkId:${bulkId}` }, title: 'T' });

/** Runs a bulk request against a fake; ids are `id-<bulkId>`. Operations whose bulkId or id is in `failing` fail. */
function run(
  operations: object[],
  { failing = [] as string[], failOnErrors }: { failing?: string[]; failOnErrors?: number } = {},
) {
  const request = parseBulkRequest(
    { schemas: [BULK_REQUEST_SCHEMA], Operations: operations, ...(failOnErrors && { failOnErrors }) },
    1000,
  );
  const bulk = new BulkRun(request, BASE);
  const performed: BulkOperation[] = [];
  for (let operation; (operation = bulk.next());) {
    performed.push(operation);
    const id = operation.id ?? `id-${operation.bulkId}`;
    if (failing.includes(operation.bulkId ?? id)) bulk.failed(operation, ScimError.uniqueness('Taken.'));
    else
      bulk.succeeded(operation, {
        status: operation.method === 'POST' ? 201 : 200,
        id,
        location: `${BASE}/Users/${id}`,
        version: 'W/"1"',
      });
  }
  const results = bulk.response().Operations as JsonObject[];
  return { performed, results, statuses: results.map(({ status }) => status) };
}

test('in the order of the request, answered in that order', () => {
  const { performed, results } = run([post('a'), { method: 'DELETE', path: '/Users/u1' }]);
  expect(performed.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  expect(results).toEqual([
    { location: `${BASE}/Users/id-a`, method: 'POST', bulkId: 'a', version: 'W/"1"', status: '201' },
    { location: `${BASE}/Users/u1`, method: 'DELETE', version: 'W/"1"', status: '200' },
  ]);
});

test('references are replaced, in data and path, and wait for what they refer to', () => {
  const { performed, statuses } = run([
    post('g', { members: [{ value: 'bulkId:a' }, { value: 'bulkId:b' }] }, '/Groups'),
    { method: 'PATCH', path: '/Users/bulkId:b', data: { x: 1 } },
    post('a'),
    post('b', manager('a')),
  ]);
  expect(performed.map(({ index }) => index)).toEqual([2, 3, 0, 1]);
  expect(performed[1]?.data).toEqual({ manager: { value: 'id-a' }, title: 'T' });
  expect(performed[2]?.data).toEqual({ members: [{ value: 'id-a' }, { value: 'id-b' }] });
  expect(performed[3]?.id).toBe('id-b');
  expect(statuses).toEqual(['201', '200', '201', '201']);
});

test('a circle is made without its references and completed by a PUT (RFC 7644 §3.7.1)', () => {
  const { performed, results } = run([post('a', manager('b')), post('b', manager('a'))]);
  expect(performed.map(({ method, id, data }) => ({ method, id, data }))).toEqual([
    { method: 'POST', data: { title: 'T' } },
    { method: 'POST', data: { manager: { value: 'id-a' }, title: 'T' } },
    { method: 'PUT', id: 'id-a', data: { manager: { value: 'id-b' }, title: 'T' } },
  ]);
  expect(results.map(({ method, status }) => `${String(method)} ${String(status)}`)).toEqual(['POST 201', 'POST 201']);
});

test('a circle of changes is a conflict', () => {
  const circle = ['a', 'b'].map((bulkId) => ({
    method: 'PATCH',
    path: `/Users/${bulkId}`,
    bulkId,
    data: { v: `bulkId:${bulkId === 'a' ? 'b' : 'a'}` },
  }));
  expect(run(circle).statuses).toEqual(['409', '409']);
  expect(run([{ method: 'DELETE', path: '/Users/bulkId:a', bulkId: 'a' }]).statuses).toEqual(['409']);
});

test('a failure returns its error, and fails what refers to it', () => {
  const { results } = run([post('a'), post('b', manager('a')), post('c', manager('nobody')), post('d')], {
    failing: ['a'],
  });
  expect(results.map(({ status }) => status)).toEqual(['409', '409', '400', '201']);
  expect(results[0]).toEqual({
    method: 'POST',
    bulkId: 'a',
    status: '409',
    response: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '409',
      scimType: 'uniqueness',
      detail: 'Taken.',
    },
  });
  expect(results[2]).toMatchObject({ response: { scimType: 'invalidValue' } });
});

test('every operation returns its location, unreadable ones too, except a POST that failed (RFC 7644 §3.7.3)', () => {
  const { results } = run([
    { method: 'PUT', path: '/Users/1' },
    { method: 'patch', path: 'Groups/2', data: 'x' },
    { method: 'DELETE', path: '/Shoes/3' },
    { method: 'POST', path: '/Users', data: {} },
    { method: 'post', path: '/Users/4', bulkId: 'a', data: {} },
    { method: 'DELETE' },
  ]);
  expect(results.map(({ location }) => location)).toEqual([
    `${BASE}/Users/1`,
    `${BASE}/Groups/2`,
    `${BASE}/Shoes/3`,
    undefined,
    undefined,
    undefined,
  ]);
});

test('failOnErrors stops, and what was not tried is not answered', () => {
  const operations = [post('a'), 'unreadable' as unknown as object, post('b'), post('c')];
  expect(run(operations, { failing: ['a'], failOnErrors: 2 }).statuses).toEqual(['409', '400']);
  expect(run(operations, { failing: ['a'] }).statuses).toEqual(['409', '400', '201', '201']);
  expect(run(operations, { failing: ['a'], failOnErrors: 3 }).statuses).toEqual(['409', '400', '201', '201']);
});

test('every operation of any request is answered once, and nothing is performed with a reference left', () => {
  const bulkId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const reference = fc.option(fc.oneof(bulkId, fc.constant('nobody')));
  const operation = fc.tuple(fc.constantFrom('POST', 'PATCH'), bulkId, reference).map(([method, own, other]) => ({
    method,
    path: method === 'POST' ? '/Users' : `/Users/${own}`,
    bulkId: own,
    data: other === null ? {} : manager(other),
  }));
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 8 }), fc.subarray(['a', 'b', 'c']), (operations, failing) => {
      const { performed, results } = run(operations, { failing });
      expect(results).toHaveLength(operations.length);
      expect(JSON.stringify(performed)).not.toContain('bulkId:');
    }),
  );
});
