import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import type { TrendWindow } from '../../gql/graphql';
import type { TrendChartData } from './trend-charts-data';
import { tickLabel, ticksOf, timeLabel } from './trend-time';

interface Props {
  chart: TrendChartData;
  since: number;
  until: number;
  window: TrendWindow;
}

/** The large chart with a tooltip per point. In a separate file, so that the chart library is loaded on demand. */
export default function TrendLines({ chart: { rows, lines, format, max }, since, until, window }: Props) {
  return (
    <LineChart
      h={320}
      data={[...rows]}
      dataKey="at"
      series={lines.map(({ name, label, color }) => ({ name, label, color }))}
      curveType="monotone"
      connectNulls
      withDots={rows.length < 20}
      strokeWidth={1.8}
      tickLine="none"
      valueFormatter={format}
      tooltipAnimationDuration={0}
      lineProps={{ isAnimationActive: false }}
      xAxisProps={{
        type: 'number',
        scale: 'time',
        domain: [since, until],
        ticks: ticksOf(since, window),
        tickFormatter: (at: number) => tickLabel(at, window),
      }}
      yAxisProps={{
        width: 52,
        tickCount: 3,
        padding: { top: 6 },
        domain: [0, max ?? 'auto'],
        allowDecimals: max !== undefined,
      }}
      tooltipProps={{ labelFormatter: (at) => (typeof at === 'number' ? timeLabel(at, window) : '') }}
      accessibilityLayer={false}
    />
  );
}
