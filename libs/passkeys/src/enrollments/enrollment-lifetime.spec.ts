import { InputValidationPipe } from '@rollcall/platform';
import fc from 'fast-check';
import { CreateEnrollmentInput } from '../graphql/create-enrollment.input.js';
import { enrollmentExpiry, LONGEST_LIFETIME, SHORTEST_LIFETIME } from './enrollment-lifetime.js';

const now = new Date('2026-03-01T12:00:00Z');

describe('enrollmentExpiry', () => {
  it('defaults to seven days', () => {
    expect(enrollmentExpiry(now, undefined)).toEqual(new Date('2026-03-08T12:00:00Z'));
  });

  it('adds exactly the seconds asked for, within the bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: SHORTEST_LIFETIME, max: LONGEST_LIFETIME }), (seconds) => {
        expect(enrollmentExpiry(now, seconds).getTime() - now.getTime()).toBe(seconds * 1000);
      }),
    );
  });

  it('is refused outside of the bounds, naming the field', async () => {
    const outside = fc.oneof(fc.integer({ max: SHORTEST_LIFETIME - 1 }), fc.integer({ min: LONGEST_LIFETIME + 1 }));
    const body = { type: 'body', metatype: CreateEnrollmentInput } as const;
    await fc.assert(
      fc.asyncProperty(outside, async (expiresIn) => {
        await expect(new InputValidationPipe().transform({ expiresIn }, body)).rejects.toEqual(
          expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'expiresIn' }),
        );
      }),
    );
  });
});
