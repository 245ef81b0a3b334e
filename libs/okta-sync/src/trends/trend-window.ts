/** The period of a trend. It ends now. */
export enum TrendWindow {
  HOUR = 'HOUR',
  DAY = 'DAY',
  WEEK = 'WEEK',
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The steps are chosen so that no window has more than 180 points. */
export const TREND_WINDOWS: Record<TrendWindow, { lengthMs: number; stepMs: number }> = {
  [TrendWindow.HOUR]: { lengthMs: HOUR_MS, stepMs: MINUTE_MS },
  [TrendWindow.DAY]: { lengthMs: 24 * HOUR_MS, stepMs: 10 * MINUTE_MS },
  [TrendWindow.WEEK]: { lengthMs: 7 * 24 * HOUR_MS, stepMs: HOUR_MS },
};
