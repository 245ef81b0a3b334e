import type { JsonObject } from '../json.js';
import { testRegistry } from '../testing/test-registry.js';
import { applyPatch } from './apply-patch.js';
import { parsePatchOp } from './patch-operation.js';

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const user = {
  userName: 'a',
  emails: Array.from({ length: 500 }, (_, index) => ({ value: `${index}@b.c`, type: 'work' })),
};
/** Some 150 conditions, none of which holds. */
const longFilter = Array.from({ length: 150 }, (_, index) => `type eq "no such type ${index}"`).join(' or ');

const patch = (operations: number, path: string): JsonObject =>
  applyPatch(
    user,
    parsePatchOp({
      schemas: [PATCH],
      Operations: Array.from({ length: operations }, () => ({ op: 'remove', path })),
    }),
    testRegistry().user,
  ).resource;

it('refuses operations × filters × values that would block the process', () => {
  expect(() => patch(1000, `emails[${longFilter}]`)).toThrow(expect.objectContaining({ status: 413 }));
  expect(() => patch(200, `emails[${longFilter}]`)).toThrow(expect.objectContaining({ status: 413 }));
  expect(() => patch(1000, `emails[value co "${'x'.repeat(7000)}"]`)).toThrow(expect.objectContaining({ status: 413 }));
});

it('takes what clients send: a hundred operations on five hundred values', () => {
  expect(patch(100, 'emails[type eq "home"]')).toBe(user);
});
