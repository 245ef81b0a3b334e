import { DomainError, InputValidationPipe } from '@rollcall/platform';
import fc from 'fast-check';
import { CreateAdminTokenInput } from '../admin-tokens/create-admin-token.input.js';
import { expiryAfter, MAX_LIFETIME_SECONDS } from './expiry-after.js';
import { requireName } from './require-name.js';

const badInput = (field: string) => expect.objectContaining({ code: 'BAD_USER_INPUT', field });

describe('requireName', () => {
  it('gives a name that it would give again, or a refusal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })), (input) => {
        let name;
        try {
          name = requireName(input);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return;
        }
        expect(requireName(name)).toBe(name);
        expect(name).toBe(name.trim());
        expect([...name].length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('counts characters, not halves of them', () => {
    expect(requireName('🗝'.repeat(200))).toHaveLength(400);
    expect(() => requireName('🗝'.repeat(201), 'title')).toThrow(badInput('title'));
  });
});

describe('expiryAfter', () => {
  const now = new Date('2026-01-01T00:00:00Z');

  it('is the requested number of seconds ahead, up to ten years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_LIFETIME_SECONDS }), (seconds) => {
        expect(expiryAfter(now, seconds)!.getTime() - now.getTime()).toBe(seconds * 1000);
      }),
    );
  });

  it.each([undefined, null])('is never for %s', (never) => expect(expiryAfter(now, never)).toBeNull());
});

describe('CreateAdminTokenInput', () => {
  const validated = (input: object) =>
    new InputValidationPipe().transform(
      { name: 'x', role: 'VIEWER', ...input },
      { type: 'body', metatype: CreateAdminTokenInput },
    );

  it.each([undefined, null, 1, MAX_LIFETIME_SECONDS])('takes the lifetime %s', async (expiresIn) => {
    expect(await validated({ name: ' a  b ', expiresIn })).toMatchObject({ name: 'a b', expiresIn });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, MAX_LIFETIME_SECONDS + 1])(
    'refuses the lifetime %s',
    async (expiresIn) => {
      await expect(validated({ expiresIn })).rejects.toEqual(badInput('expiresIn'));
    },
  );

  it('names each field at fault', async () => {
    await expect(validated({ name: ' ', expiresIn: 0 })).rejects.toMatchObject({
      field: 'name',
      fieldFaults: [
        { field: 'name', message: 'A name is required.' },
        { field: 'expiresIn', message: 'Expiration is a whole number of seconds from 1 to 315360000.' },
      ],
    });
  });
});
