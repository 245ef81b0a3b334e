import type { TrendWindow } from '../../gql/graphql';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY_AND_CLOCK = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'short' });

const MINUTE_MS = 60_000;

/** Length of a window, and distance of its axis labels. */
export const WINDOW_MS: Record<TrendWindow, { length: number; tick: number }> = {
  HOUR: { length: 60 * MINUTE_MS, tick: 15 * MINUTE_MS },
  DAY: { length: 24 * 60 * MINUTE_MS, tick: 6 * 60 * MINUTE_MS },
  WEEK: { length: 7 * 24 * 60 * MINUTE_MS, tick: 24 * 60 * MINUTE_MS },
};

/** Label with the time of day; in the window of a week also with the day. */
export function timeLabel(at: number, window: TrendWindow): string {
  return (window === 'WEEK' ? DAY_AND_CLOCK : CLOCK).format(at);
}

export function tickLabel(at: number, window: TrendWindow): string {
  return (window === 'WEEK' ? DAY : CLOCK).format(at);
}

/** Axis labels at round local times: each quarter of an hour, each quarter of a day, or each midnight. */
export function ticksOf(since: number, window: TrendWindow): number[] {
  const { length, tick } = WINDOW_MS[window];
  const shift = new Date(since).getTimezoneOffset() * MINUTE_MS;
  const first = Math.ceil((since - shift) / tick) * tick + shift;
  return Array.from({ length: Math.floor((since + length - first) / tick) + 1 }, (_, step) => first + step * tick);
}
