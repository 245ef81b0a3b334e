import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { anyFilter } from '../testing/filter-arbitraries.js';
import { printPatchPath } from '../filter/print-filter.js';
import { patchCases } from '../testing/patch-arbitraries.js';
import { patchModel } from '../testing/patch-model.js';
import { testRegistry } from '../testing/test-registry.js';
import { userArbitrary } from '../testing/user-arbitrary.js';
import { jsonEqual } from '../values/json-equality.js';
import { applyPatch } from './apply-patch.js';
import { parsePatchOp, PATCH_OP_SCHEMA } from './patch-operation.js';

jest.setTimeout(60_000);

const schema = testRegistry().user;

const patch = (user: JsonObject, sent: readonly unknown[]) =>
  applyPatch(user, parsePatchOp({ schemas: [PATCH_OP_SCHEMA], Operations: sent }), schema);

test('random operations do what a plain model does, all of them or none', () => {
  fc.assert(
    fc.property(userArbitrary, patchCases, (user, cases) => {
      const before = structuredClone(user);
      const expected = patchModel(
        user,
        cases.map(({ model }) => model),
      );
      const sent = cases.map((one) => one.sent);
      if (expected === undefined) expect(() => patch(user, sent)).toThrow(ScimError);
      else {
        const { resource, changed } = patch(user, sent);
        expect(resource).toEqual(expected);
        expect(changed).toBe(!jsonEqual(expected, before));
        if (!changed) expect(resource).toBe(user);
      }
      expect(user).toEqual(before);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is sent, the answer is a user with one primary email at most, or a ScimError', () => {
  const path = fc.oneof(
    fc.constantFrom(
      'emails',
      'emails.value',
      'emails.primary',
      'emails[primary eq true]',
      'emails[type eq "work"].primary',
      'name',
      'title',
      'meta',
      'password',
    ),
    anyFilter.map((filter) => printPatchPath({ path: 'emails', filter })),
  );
  const operation = fc.record(
    {
      op: fc.constantFrom('add', 'replace', 'remove'),
      path,
      value: fc.oneof(
        fc.jsonValue(),
        fc.record({ emails: fc.jsonValue(), name: fc.jsonValue() }, { requiredKeys: [] }),
        fc.array(
          fc.record(
            { value: fc.string(), primary: fc.boolean(), type: fc.constantFrom('work', 'home') },
            { requiredKeys: [] },
          ),
        ),
      ),
    },
    { requiredKeys: ['op'] },
  );
  fc.assert(
    fc.property(userArbitrary, fc.array(operation, { maxLength: 4 }), (user, operations) => {
      try {
        const { emails, userName } = patch(user, operations).resource;
        expect(userName).toBe(user.userName);
        expect(
          Array.isArray(emails) ? emails.filter((email) => isJsonObject(email) && email.primary === true).length : 0,
        ).toBeLessThan(2);
      } catch (error) {
        if (!(error instanceof ScimError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
