import fc from 'fast-check';
import { putBody } from './put-body.js';
import { parseExactly } from '../transport/scim-answer.js';
import { flagOf } from '../users/scim-user.js';

const SERVER = { extension: 'urn:example:User', attribute: 'hasPasskey' };
const OURS = new Set(['schemas', 'urn:example:user']);

it('the body of a PUT contains everything that was read, and the attribute', () => {
  const known = { schemas: fc.array(fc.webUrl()), 'URN:example:user': fc.dictionary(fc.string(), fc.jsonValue()) };
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.record(known, { requiredKeys: [] }),
      fc.boolean(),
      (unknown, some, value) => {
        const resource = { ...unknown, ...some };
        const body = putBody(resource, SERVER, value);
        expect(flagOf(body, SERVER)).toBe(value);
        for (const [key, one] of Object.entries(resource)) {
          if (!OURS.has(key.toLowerCase())) expect(body[key]).toEqual(one);
        }
        for (const [key, one] of Object.entries(some['URN:example:user'] ?? {})) {
          if (key.toLowerCase() !== 'haspasskey') expect(body['URN:example:user']).toHaveProperty([key], one);
        }
        expect(body['schemas']).toEqual(
          expect.arrayContaining([...(some.schemas ?? []), 'urn:example:User']) as object,
        );
      },
    ),
  );
});

it.each([
  '{"employeeNumber":12345678901234567890,"rate":1.10,"tiny":1e-400,"huge":1E400}',
  '{"__proto__":{"a":1},"list":[9007199254740993]}',
])('sends %s back as it was read', (text) => {
  expect(JSON.stringify(parseExactly(text))).toBe(text);
});

it('sends any resource back as it was read', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (resource) => {
      const text = JSON.stringify(resource);
      expect(JSON.stringify(parseExactly(text))).toBe(text);
    }),
  );
});
