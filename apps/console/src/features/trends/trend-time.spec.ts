import fc from 'fast-check';
import { ticksOf, WINDOW_MS } from './trend-time';

const window = fc.constantFrom('HOUR' as const, 'DAY' as const, 'WEEK' as const);
const time = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

test('ticks lie within the window, at round times, evenly apart', () => {
  fc.assert(
    fc.property(window, time, (name, start) => {
      const since = start.getTime();
      const ticks = ticksOf(since, name);
      const { length, tick } = WINDOW_MS[name];
      expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(length / tick));
      for (const [index, at] of ticks.entries()) {
        expect(at).toBe(Number(ticks[0]) + index * tick);
        expect(at >= since && at <= since + length).toBe(true);
        expect(new Date(at).getSeconds() + (new Date(at).getMinutes() % 15)).toBe(0);
      }
    }),
  );
});
