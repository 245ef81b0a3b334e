import type { CSSProperties } from 'react';
import type { TrendWindow } from '../../gql/graphql';
import type { TrendChartData, TrendRow } from './trend-charts-data';
import classes from './trend-figure.module.css';
import { tickLabel, ticksOf } from './trend-time';

/** Size of the drawing in its own units. The browser scales the drawing to its container. */
const WIDTH = 1_000;
const HEIGHT = 100;
/** In a chart with at most this number of points, each point is marked. */
const FEW = 20;

interface Props {
  chart: TrendChartData;
  since: number;
  until: number;
  window: TrendWindow;
}

/** A chart drawn as plain SVG lines, because a charting library takes seconds to load on a slow phone. */
export function TrendSketch({ chart: { rows, lines, format, max }, since, until, window }: Props) {
  const values = rows.flatMap((row) => lines.map(({ name }) => row[name] ?? 0));
  const top = max ?? Math.max(...values, 0);
  const x = (at: number) => (WIDTH * (at - since)) / (until - since);
  const y = (value: number) => HEIGHT * (1 - value / (top || 1));
  return (
    <div className={classes.sketch}>
      <span className={classes.top}>{format(top)}</span>
      <span className={classes.bottom}>{format(0)}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={classes.lines}>
        <path d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} className={classes.grid} />
        {lines.map(({ name, color }) => (
          <g key={name} stroke={color}>
            <path d={pathOf(rows, name, x, y)} />
            {rows.length < FEW && <path d={dotsOf(rows, name, x, y)} className={classes.dots} />}
          </g>
        ))}
      </svg>
      {ticksOf(since, window).map((at) => (
        <span key={at} className={classes.tick} style={{ '--at': x(at) / WIDTH } as CSSProperties}>
          {tickLabel(at, window)}
        </span>
      ))}
    </div>
  );
}

type Scale = (value: number) => number;

function pathOf(rows: readonly TrendRow[], name: string, x: Scale, y: Scale): string {
  return pointsOf(rows, name, x, y)
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${point}`)
    .join('');
}

/** Dots, drawn as lines of zero length with round ends. */
function dotsOf(rows: readonly TrendRow[], name: string, x: Scale, y: Scale): string {
  return pointsOf(rows, name, x, y)
    .map((point) => `M${point}h0.01`)
    .join('');
}

function pointsOf(rows: readonly TrendRow[], name: string, x: Scale, y: Scale): string[] {
  return rows.flatMap(({ at, [name]: value }) =>
    value === null || value === undefined ? [] : [`${x(at).toFixed(1)} ${y(value).toFixed(1)}`],
  );
}
