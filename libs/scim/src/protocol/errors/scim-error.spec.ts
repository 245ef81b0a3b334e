import { ScimError } from './scim-error.js';

test('the body is that of RFC 7644 §3.12, with status as a string', () => {
  expect(JSON.stringify(ScimError.invalidFilter('No.').toBody())).toBe(
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidFilter","detail":"No."}',
  );
  expect(ScimError.notFound('Gone.').toBody()).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '404',
    detail: 'Gone.',
  });
});

test.each([
  ['tooMany', 400],
  ['uniqueness', 409],
  ['mutability', 400],
  ['invalidSyntax', 400],
  ['invalidPath', 400],
  ['noTarget', 400],
  ['invalidValue', 400],
  ['invalidVers', 400],
  ['sensitive', 403],
  ['invalidCursor', 400],
  ['expiredCursor', 400],
  ['invalidCount', 400],
] as const)('%s has status %d', (scimType, status) => {
  expect(ScimError[scimType]('x')).toMatchObject({ status, scimType });
});
