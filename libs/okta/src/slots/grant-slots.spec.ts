import fc from 'fast-check';
import { grantSlots, ORG_SLOTS, type SlotClaim } from './grant-slots.js';

describe('the slots of an Okta org', () => {
  it('are granted as requested while there are enough', () => {
    expect(grantSlots({ kept: 0, wanted: 16 }, [])).toEqual({ slots: 16, contended: false });
    expect(grantSlots({ kept: 16, wanted: 48 }, [{ slots: 16, wanted: 16 }])).toEqual({ slots: 48, contended: false });
  });

  it('are limited to the free ones when other processes hold most of them', () => {
    expect(grantSlots({ kept: 0, wanted: 16 }, [{ slots: 60, wanted: 60 }])).toEqual({ slots: 4, contended: false });
  });

  it('shrink to an equal share while another process waits for its share, but not below the slots in use', () => {
    const others = [{ slots: 0, wanted: 64 }];
    expect(grantSlots({ kept: 10, wanted: 64 }, others)).toEqual({ slots: 32, contended: true });
    expect(grantSlots({ kept: 50, wanted: 64 }, others)).toEqual({ slots: 50, contended: true });
  });

  it('never exceed the total, and every process gets an equal share within a few rounds, whatever each requests', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 12 }), (wants) => {
        const claims: SlotClaim[] = wants.map((wanted) => ({ slots: 0, wanted }));
        for (let round = 0; round < 6; round += 1) {
          for (const mine of claims) {
            const others = claims.filter((other) => other !== mine);
            mine.slots = grantSlots({ kept: 0, wanted: mine.wanted }, others).slots;
            expect(claims.reduce((sum, { slots }) => sum + slots, 0)).toBeLessThanOrEqual(ORG_SLOTS);
          }
        }
        const share = Math.floor(ORG_SLOTS / claims.length);
        for (const { slots, wanted } of claims) expect(slots).toBeGreaterThanOrEqual(Math.min(wanted, share));
      }),
    );
  });
});
