import { CheckStatus } from '@rollcall/directory-integration';
import { abilityFindings, attributeFinding } from './scim-findings.js';

const { OK, WARN, FAIL, UNKNOWN } = CheckStatus;
const CAN = { patch: true, etag: true, filter: true };

it.each([
  [{}, OK, 'PATCH'],
  [{ etag: false }, OK, 'PATCH'],
  [{ filter: false }, FAIL, 'filter'],
  [{ patch: false }, WARN, 'PUT'],
  [{ patch: false, etag: undefined }, WARN, 'PUT'],
  [{ patch: false, etag: false }, FAIL, 'neither PATCH nor versions'],
  [{ patch: undefined }, UNKNOWN, 'PATCH'],
])('the finding about a server with the abilities %j is %s', (change, status, words) => {
  const message = expect.stringContaining(words) as string;
  expect(abilityFindings({ ...CAN, ...change }, true)[0]).toEqual({ name: 'target-patch', status, message });
});

it.each([
  [undefined, FAIL, 'ATTRIBUTE_MISSING'],
  [{}, OK, undefined],
  [{ type: 'string' }, FAIL, 'ATTRIBUTE_TYPE'],
  [{ multiValued: true }, FAIL, 'ATTRIBUTE_TYPE'],
  [{ mutability: 'readOnly' }, FAIL, undefined],
  [{ mutability: 'immutable' }, FAIL, undefined],
  [{ returned: 'never' }, FAIL, undefined],
  [{ returned: 'request' }, OK, undefined],
])('the finding about an attribute with %j is %s %s', (change, status, code) => {
  const good = { type: 'boolean', multiValued: false, mutability: 'readWrite', returned: 'default' };
  const finding = attributeFinding({ extension: 'urn:a', attribute: 'b' }, change && { ...good, ...change });
  expect(finding).toMatchObject({ name: 'target-attribute', status });
  expect(finding.code).toBe(code);
});
