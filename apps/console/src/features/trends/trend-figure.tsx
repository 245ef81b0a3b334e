import { Anchor, Modal, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useId } from 'react';
import type { TrendWindow } from '../../gql/graphql';
import { Contained } from '../../ui/layout/contained';
import type { TrendChartData } from './trend-charts-data';
import classes from './trend-figure.module.css';
import { TrendSketch } from './trend-sketch';
import { TrendTable } from './trend-table';

const TrendLines = lazy(() => import('./trend-lines'));

interface Props {
  chart: TrendChartData;
  summary: string;
  since: number;
  until: number;
  window: TrendWindow;
}

/** A small chart. Users can also read it as a sentence, open it as a table, and enlarge it. */
export function TrendFigure({ chart, summary, since, until, window }: Props) {
  const id = useId();
  const [enlarged, large] = useDisclosure();
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
          <TrendSketch chart={chart} since={since} until={until} window={window} />
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
      {chart.rows.length > 0 && (
        <div className={classes.below}>
          <TrendTable chart={chart} window={window} />
          <Anchor component="button" type="button" size="xs" onClick={large.open} aria-label={`Enlarge ${chart.title}`}>
            Enlarge
          </Anchor>
        </div>
      )}
      <Modal opened={enlarged} onClose={large.close} title={chart.title} size="xl">
        <Text size="sm" c="dimmed" mb="md">
          {chart.meaning}
        </Text>
        <Contained instead={<div className={classes.nothing}>The drawing could not be loaded.</div>}>
          <Suspense fallback={<Skeleton height={320} />}>
            <TrendLines chart={chart} since={since} until={until} window={window} />
          </Suspense>
        </Contained>
      </Modal>
    </figure>
  );
}
