/** One point of a trend. Durations are in seconds. */
export interface TrendPoint {
  at: Date;
  /** Number of changes that Okta confirmed. */
  binds: number;
  bindP50: number | null;
  bindP95: number | null;
  queued: number;
  oldest: number | null;
  quotaLeft: number | null;
}

/**
 * Combines samples into points, oldest first. Each point covers `stepMs`, and starts at a multiple of `stepMs`. It
 * shows the worst values of its samples: the slowest 95th percentile, the longest queue, the oldest change, and the
 * lowest quota. Medians are averaged, weighted by the number of binds. A period without samples has no point.
 */
export function thinTrend(samples: readonly TrendPoint[], stepMs: number): TrendPoint[] {
  const steps = new Map<number, TrendPoint[]>();
  for (const sample of samples) {
    const start = Math.floor(sample.at.getTime() / stepMs) * stepMs;
    const step = steps.get(start);
    if (step) step.push(sample);
    else steps.set(start, [sample]);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([start, within]) => merge(new Date(start), within));
}

function merge(at: Date, samples: readonly TrendPoint[]): TrendPoint {
  return {
    at,
    binds: samples.reduce((sum, { binds }) => sum + binds, 0),
    bindP50: meanMedian(samples),
    bindP95: extreme(Math.max, samples, 'bindP95'),
    queued: Math.max(...samples.map(({ queued }) => queued)),
    oldest: extreme(Math.max, samples, 'oldest'),
    quotaLeft: extreme(Math.min, samples, 'quotaLeft'),
  };
}

function extreme(
  of: (...values: number[]) => number,
  samples: readonly TrendPoint[],
  figure: 'bindP95' | 'oldest' | 'quotaLeft',
): number | null {
  const known = samples.map((sample) => sample[figure]).filter((value) => value !== null);
  return known.length === 0 ? null : of(...known);
}

function meanMedian(samples: readonly TrendPoint[]): number | null {
  let [sum, weight] = [0, 0];
  for (const { bindP50, binds } of samples) {
    if (bindP50 === null) continue;
    sum += bindP50 * binds;
    weight += binds;
  }
  return weight === 0 ? null : sum / weight;
}
