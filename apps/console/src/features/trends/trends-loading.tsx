import { Skeleton } from '@mantine/core';
import classes from './trend-figure.module.css';

/** As high as the charts that take its place. */
export function TrendsLoading() {
  return (
    <div className={classes.figures} role="status" aria-label="Loading">
      {Array.from({ length: 6 }, (_, chart) => (
        <Skeleton key={chart} height={236} />
      ))}
    </div>
  );
}
