import fc from 'fast-check';
import { joinedRefusals, NO_REFUSALS, incompleteReason, type Refusals } from './refusals.js';

const refusals: fc.Arbitrary<Refusals> = fc.oneof(
  fc.constant(NO_REFUSALS),
  fc.record({ count: fc.integer({ min: 1, max: 1_000 }), first: fc.string({ minLength: 1 }) }),
);

describe('refusals', () => {
  it('add up in any grouping, and keep the first reason', () => {
    fc.assert(
      fc.property(fc.array(refusals), fc.nat(), (all, cut) => {
        const join = (some: Refusals[]): Refusals => some.reduce(joinedRefusals, NO_REFUSALS);
        const whole = join(all);
        expect(joinedRefusals(join(all.slice(0, cut)), join(all.slice(cut)))).toEqual(whole);
        expect(whole.first).toBe(all.find(({ count }) => count > 0)?.first ?? null);
      }),
    );
  });

  it('are reported with the first reason, and give no message if there are none', () => {
    expect(incompleteReason('Okta', { count: 2, first: 'Okta answered 403' })).toBe(
      'Okta did not answer for 2 of the people to compare. Okta answered 403',
    );
    expect(incompleteReason('Okta', NO_REFUSALS)).toBeUndefined();
  });
});
