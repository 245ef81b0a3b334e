import { Text } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import type { TrendWindow } from '../../gql/graphql';
import { Contained } from '../../ui/contained';
import type { TrendChartData } from './trend-charts-data';
import classes from './trend-figure.module.css';
import { TrendTable } from './trend-table';

const TrendLines = lazy(() => import('./trend-lines'));

interface Props {
  chart: TrendChartData;
  summary: string;
  since: number;
  until: number;
  window: TrendWindow;
  /** Whether to draw by now. */
  drawn: boolean;
}

/** A small chart; what it shows is also there as a sentence and as a table. */
export function TrendFigure({ chart, summary, since, until, window, drawn }: Props) {
  const id = useId();
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <Text size="sm" fw={550} component="figcaption" id={id} title={chart.meaning}>
        {chart.title}
      </Text>
      <Text size="xs" c="dimmed" mih="1.3rem">
        {summary || chart.meaning}
      </Text>
      <div className={classes.drawing} aria-hidden={chart.rows.length > 0}>
        {chart.rows.length === 0 ? (
          <div className={classes.nothing}>{chart.empty}</div>
        ) : (
          drawn && (
            <Contained instead={<div className={classes.nothing}>The drawing could not be loaded.</div>}>
              <Suspense fallback={null}>
                <TrendLines chart={chart} since={since} until={until} window={window} />
              </Suspense>
            </Contained>
          )
        )}
      </div>
      <ul className={classes.key} aria-hidden="true">
        {chart.lines.length > 1 &&
          chart.lines.map(({ name, label, color }) => (
            <li key={name} style={{ '--color': color } as React.CSSProperties}>
              {label}
            </li>
          ))}
      </ul>
      {chart.rows.length > 0 && <TrendTable chart={chart} window={window} />}
    </figure>
  );
}
