import type { DirectoryProvider, TrendsQuery } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import { shortSeconds } from '../../ui/text/time-format';
import { atStart, PROVIDERS } from '../providers/provider';

type Trends = TrendsQuery['registrationTrends'];

/** A line of a chart. */
export interface Line {
  name: string;
  label: string;
  color: string;
}

/** Data of one small chart: rows by time, and the format of its figures. */
export interface TrendChartData {
  title: string;
  meaning: string;
  lines: readonly Line[];
  rows: readonly TrendRow[];
  format: (value: number) => string;
  /** Which extreme value the summary mentions: the maximum or the minimum. */
  notable: 'most' | 'least';
  /** Text to show if there is no data. */
  empty: string;
  max?: number;
}

export type TrendRow = { at: number } & Record<string, number | null>;

const FIRST = { color: 'var(--tone-busy)' };
const SECOND = { color: 'var(--tone-warn)' };
const NO_SAMPLES = 'No figures yet: they are taken once a minute while a worker runs and writing is enabled.';

/** The data that the overview draws for an integration. */
export function chartsOf({ points, reconciliations }: Trends, provider: DirectoryProvider): TrendChartData[] {
  const target = PROVIDERS[provider].target;
  const rows = (of: (point: Trends['points'][number]) => Record<string, number | null>): TrendRow[] =>
    points.map((point) => ({ ...of(point), at: Date.parse(point.at) }) as TrendRow);
  return [
    {
      title: `From passkey to ${target}`,
      meaning: `Time from a change here to its confirmation by ${target}.`,
      lines: [
        { name: 'p50', label: 'Median', ...FIRST },
        { name: 'p95', label: '95th percentile', ...SECOND },
      ],
      rows: rows(({ bindP50, bindP95 }) => ({ p50: bindP50 ?? null, p95: bindP95 ?? null })).filter(
        ({ p50 }) => p50 !== null,
      ),
      format: shortSeconds,
      notable: 'most',
      empty: `Nothing was written to ${target} in this time.`,
    },
    {
      title: `Confirmed by ${target}`,
      meaning: `People whose change ${target} confirmed.`,
      lines: [{ name: 'people', label: 'People', ...FIRST }],
      rows: rows(({ binds }) => ({ people: binds })),
      format: count,
      notable: 'most',
      empty: NO_SAMPLES,
    },
    {
      title: 'Queue',
      meaning: `People waiting to be written to ${target}.`,
      lines: [{ name: 'people', label: 'People', ...FIRST }],
      rows: rows(({ queued }) => ({ people: queued })),
      format: count,
      notable: 'most',
      empty: NO_SAMPLES,
    },
    {
      title: 'Oldest in the queue',
      meaning: 'How long the longest waiting change had waited.',
      lines: [{ name: 'age', label: 'Age', ...FIRST }],
      rows: rows(({ oldest }) => ({ age: oldest ?? 0 })),
      format: shortSeconds,
      notable: 'most',
      empty: NO_SAMPLES,
    },
    {
      title: 'Drift',
      meaning: 'Differences that each reconciliation found.',
      lines: [{ name: 'drift', label: 'Differences', ...FIRST }],
      rows: reconciliations.map(({ at, drifted }) => ({ at: Date.parse(at), drift: drifted })),
      format: count,
      notable: 'most',
      empty: 'No reconciliation ended in this time.',
    },
    {
      title: `${atStart(target)}’s rate limit`,
      meaning: 'Remaining rate limit (lowest endpoint), shared by all API clients.',
      lines: [{ name: 'left', label: 'Left', ...FIRST }],
      rows: rows(({ quotaLeft }) => ({ left: quotaLeft ?? null })).filter(({ left }) => left !== null),
      format: (part) => `${Math.round(part * 100)}\u00a0%`,
      notable: 'least',
      empty: `${atStart(target)} has not reported its limits in this time.`,
      max: 1,
    },
  ];
}

/**
 * Summary of the chart's last line, such as "Last 0.4 s, at most 2.1 s". In charts with several lines, the last one
 * shows the slowest values.
 */
export function summaryOf({ rows, lines, format, notable }: TrendChartData): string {
  const name = lines.at(-1)?.name ?? '';
  const values = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
  const last = values.at(-1);
  if (last === undefined) return '';
  const extreme = notable === 'most' ? Math.max(...values) : Math.min(...values);
  return `Last ${format(last)}, at ${notable} ${format(extreme)}`;
}
