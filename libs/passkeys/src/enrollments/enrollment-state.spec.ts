import fc from 'fast-check';
import { enrollmentState } from './enrollment-state.js';

const now = new Date('2026-03-01T12:00:00Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

describe('enrollmentState', () => {
  it.each([
    [{ expires_at: after, used_at: null, cancelled_at: null, newer_open: false }, true, 'OPEN'],
    [{ expires_at: after, used_at: null, cancelled_at: null, newer_open: false }, false, 'SUSPENDED'],
    [{ expires_at: now, used_at: null, cancelled_at: null, newer_open: false }, true, 'EXPIRED'],
    [{ expires_at: before, used_at: null, cancelled_at: null, newer_open: true }, true, 'REPLACED'],
    [{ expires_at: now, used_at: null, cancelled_at: now, newer_open: false }, false, 'CANCELLED'],
    [{ expires_at: now, used_at: null, cancelled_at: now, newer_open: true }, true, 'REPLACED'],
    [{ expires_at: before, used_at: before, cancelled_at: null, newer_open: true }, false, 'USED'],
  ] as const)('%j, active %s', (link, active, state) => {
    expect(enrollmentState(link, { active }, now)).toBe(state);
  });

  it('is OPEN only for an unused, uncancelled, unexpired link of an active person', () => {
    const facts = fc.record({
      expires_at: fc.date({ noInvalidDate: true }),
      used_at: fc.option(fc.date({ noInvalidDate: true })),
      cancelled_at: fc.option(fc.date({ noInvalidDate: true })),
      newer_open: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, fc.boolean(), (link, active) => {
        const open = enrollmentState(link, { active }, now) === 'OPEN';
        expect(open).toBe(link.used_at === null && link.cancelled_at === null && link.expires_at > now && active);
      }),
    );
  });
});
