import fc from 'fast-check';
import { thinTrend, type TrendPoint } from './thin-trend.js';
import { TREND_WINDOWS } from './trend-window.js';

const MINUTE_MS = 60_000;
const START = Date.parse('2026-05-05T00:00:00Z');

const figure = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
const sample = (at: Date): fc.Arbitrary<TrendPoint> =>
  fc
    .record({ binds: fc.nat(1_000), p50: figure, p95: figure, queued: fc.nat(), oldest: figure, quotaLeft: figure })
    .map(({ p50, p95, ...rest }) => ({
      at,
      ...rest,
      bindP50: rest.binds === 0 ? null : p50,
      bindP95: rest.binds === 0 ? null : p95,
    }));
const samples = fc
  .uniqueArray(fc.nat(600), { maxLength: 80 })
  .chain((minutes) => fc.tuple(...minutes.map((minute) => sample(new Date(START + minute * MINUTE_MS)))));
const step = fc.constantFrom(1, 10, 60).map((minutes) => minutes * MINUTE_MS);

const known = (points: readonly TrendPoint[], name: 'bindP95' | 'oldest' | 'quotaLeft') =>
  points.map((point) => point[name]).filter((value) => value !== null);
/** Omits the median, because averaging a single value may change its last digit. */
const withoutMedian = (point: TrendPoint) => ({ ...point, bindP50: null });
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('a thinned trend', () => {
  it('has one point for each step that has samples, oldest first', () => {
    fc.assert(
      fc.property(samples, step, (given, stepMs) => {
        const starts = new Set(given.map(({ at }) => Math.floor(at.getTime() / stepMs) * stepMs));
        expect(thinTrend(given, stepMs).map(({ at }) => at.getTime())).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps the number of binds, and the worst values', () => {
    fc.assert(
      fc.property(samples, step, (given, stepMs) => {
        const thin = thinTrend(given, stepMs);
        expect(sum(thin.map(({ binds }) => binds))).toBe(sum(given.map(({ binds }) => binds)));
        expect(Math.max(...thin.map(({ queued }) => queued))).toBe(Math.max(...given.map(({ queued }) => queued)));
        expect(Math.max(...known(thin, 'bindP95'))).toBe(Math.max(...known(given, 'bindP95')));
        expect(Math.max(...known(thin, 'oldest'))).toBe(Math.max(...known(given, 'oldest')));
        expect(Math.min(...known(thin, 'quotaLeft'))).toBe(Math.min(...known(given, 'quotaLeft')));
      }),
    );
  });

  it('has medians within the range of its samples', () => {
    fc.assert(
      fc.property(samples, step, (given, stepMs) => {
        for (const { at, bindP50 } of thinTrend(given, stepMs)) {
          const within = given
            .filter((one) => one.at >= at && one.at.getTime() < at.getTime() + stepMs)
            .map((one) => one.bindP50)
            .filter((value) => value !== null);
          if (within.length === 0) expect(bindP50).toBeNull();
          else expect(Number(bindP50)).toBeCloseTo(clamp(Number(bindP50), Math.min(...within), Math.max(...within)));
        }
      }),
    );
  });

  it('does not change when it is thinned again', () => {
    fc.assert(
      fc.property(samples, step, (given, stepMs) => {
        const once = thinTrend(given, stepMs);
        const twice = thinTrend(once, stepMs);
        expect(twice.map(withoutMedian)).toEqual(once.map(withoutMedian));
      }),
    );
  });
});

it('every window has at most 180 points', () => {
  for (const { lengthMs, stepMs } of Object.values(TREND_WINDOWS)) expect(lengthMs / stepMs + 1).toBeLessThan(181);
});

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
