import fc from 'fast-check';
import { block, FARTHEST_MS, learn, newQuota, sustainedPerMinute, takeFrom, type Quota } from './quota.js';

const START = 1_800_000_000_000;
const share = fc.double({ min: 0.05, max: 1, noNaN: true });
const asks = fc.array(fc.record({ after: fc.nat(5_000), wanted: fc.integer({ min: 1, max: 50 }) }), {
  minLength: 1,
  maxLength: 200,
});

function known(limit: number): Quota {
  return learn(newQuota(START), { limit, remaining: limit, resetAt: START + 60_000 });
}

/** Runs the requests and returns the time at which each was granted. */
function play(quota: Quota, steps: { after: number; wanted: number }[], part: number): number[] {
  const sent: number[] = [];
  let now = START;
  for (const step of steps) {
    now += step.after;
    const grant = takeFrom(quota, step.wanted, now, part);
    quota = grant.quota;
    for (let i = 0; i < grant.granted; i++) sent.push(now);
  }
  return sent;
}

describe('quota of an Okta org', () => {
  it('never grants more than the share of the limit in any minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2_000 }), share, asks, (limit, part, steps) => {
        const sent = play(known(limit), steps, part);
        for (const start of sent) {
          const inWindow = sent.filter((at) => at >= start && at < start + 60_000).length;
          expect(inWindow).toBeLessThanOrEqual(Math.max(2, Math.ceil(limit * part) + 1));
        }
      }),
    );
  });

  it.each([
    [600, 0.5, 300],
    [600, 1, 600],
    [60, 0.5, 30],
  ])('grants a long queue at limit %i and share %f almost its %i requests a minute', (limit, part, ours) => {
    const minutes = 10;
    const steps = Array.from({ length: minutes * 120 }, () => ({ after: 500, wanted: 16 }));
    let quota: Quota = { ...known(limit), remaining: null, resetAt: null };
    quota = { ...quota, burst: 0 };
    const perMinute = play(quota, steps, part).length / minutes;
    expect(perMinute).toBeLessThanOrEqual(ours);
    expect(perMinute).toBeGreaterThan(0.95 * ours);
    expect(perMinute).toBeCloseTo(sustainedPerMinute(limit, part), -1);
  });

  it('keeps an even pace after a burst, so that a new caller waits for one request only', () => {
    let quota = takeFrom({ ...known(600), remaining: null, resetAt: null }, 100, START, 0.5).quota;
    for (let now = START; now < START + 180_000;) {
      const grant = takeFrom(quota, 1, now, 0.5);
      expect(grant.waitMs).toBeLessThanOrEqual(600);
      quota = grant.quota;
      now += Math.max(1, grant.waitMs);
    }
  });

  it('leaves a tenth of the window to other clients, even with a share of 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 600 }), asks, (limit, steps) => {
        const sent = play(known(limit), steps, 1).filter((at) => at < START + 60_000);
        expect(sent.length).toBeLessThanOrEqual(limit - Math.ceil(limit * 0.1));
      }),
    );
  });

  it('grants nothing while blocked, and returns the remaining time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100 }), (ms, wanted) => {
        const grant = takeFrom(block(known(600), START + ms), wanted, START, 0.5);
        expect(grant).toMatchObject({ granted: 0, waitMs: ms });
      }),
    );
  });

  it('grants a request after the returned wait', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 2_000 }),
        share,
        fc.integer({ min: 0, max: 2_000 }),
        (limit, part, spent) => {
          let quota = learn(newQuota(START), { limit, remaining: Math.max(0, limit - spent), resetAt: START + 60_000 });
          quota = takeFrom(quota, 10_000, START, part).quota;
          let now = START;
          for (let tries = 0; tries < 50; tries++) {
            const grant = takeFrom(quota, 1, now, part);
            if (grant.granted === 1) return;
            expect(grant.waitMs).toBeGreaterThan(0);
            quota = grant.quota;
            now += grant.waitMs;
          }
          throw new Error('starved');
        },
      ),
    );
  });

  it('makes no caller wait forever, whatever the row contains', () => {
    const day = 24 * 3_600_000;
    const time = fc.integer({ min: START - day, max: START + 1000 * day });
    const row = fc.record({
      tokens: fc.double({ min: 0, max: 1e6, noNaN: true }),
      burst: fc.double({ min: 0, max: 1e6, noNaN: true }),
      recent: fc.array(fc.tuple(time, fc.nat(600), fc.nat(600))),
      refilledAt: time,
      limit: fc.option(fc.integer({ min: 60, max: 2_000 })),
      remaining: fc.option(fc.nat(2_000)),
      resetAt: fc.option(time),
      blockedUntil: fc.option(time),
    });
    const seen = fc.option(fc.record({ limit: fc.constant(600), remaining: fc.nat(600), resetAt: time }));
    fc.assert(
      fc.property(row, seen, share, (held, headers, part) => {
        let quota: Quota = headers ? learn(held, headers) : held;
        let now = START;
        for (let grant = takeFrom(quota, 1, now, part); grant.granted === 0; grant = takeFrom(quota, 1, now, part)) {
          expect(grant.waitMs).toBeGreaterThan(0);
          expect(grant.waitMs).toBeLessThanOrEqual(FARTHEST_MS);
          quota = grant.quota;
          now += grant.waitMs;
          expect(now).toBeLessThanOrEqual(START + 3 * FARTHEST_MS);
        }
      }),
    );
  });

  it('ignores an answer of an older window, and a higher remaining number of the current window', () => {
    const now = learn(known(600), { limit: 600, remaining: 10, resetAt: START + 60_000 });
    expect(learn(now, { limit: 600, remaining: 500, resetAt: START })).toEqual(now);
    expect(learn(now, { limit: 600, remaining: 500, resetAt: START + 60_000 })).toEqual(now);
    expect(learn(now, { limit: 600, remaining: 599, resetAt: START + 120_000 }).remaining).toBe(599);
  });
});
