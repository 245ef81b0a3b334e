import { Table } from '@mantine/core';
import { useState } from 'react';
import type { TrendWindow } from '../../gql/graphql';
import type { TrendChartData } from './trend-charts-data';
import classes from './trend-figure.module.css';
import { timeLabel } from './trend-time';

/** The figures of a chart, newest first; rendered when opened. */
export function TrendTable({ chart, window }: { chart: TrendChartData; window: TrendWindow }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.table} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary aria-label={`${chart.title} as a table`}>As a table</summary>
      {opened && (
        <div className={classes.rows} tabIndex={0} role="region" aria-label={`${chart.title}, figures`}>
          <Table verticalSpacing={4} horizontalSpacing="xs" fz="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Time</Table.Th>
                {chart.lines.map(({ name, label }) => (
                  <Table.Th key={name} scope="col">
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {chart.rows.toReversed().map((row) => (
                <Table.Tr key={row.at}>
                  <Table.Td>{timeLabel(row.at, window)}</Table.Td>
                  {chart.lines.map(({ name }) => (
                    <Table.Td key={name}>{figure(row[name], chart.format)}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </details>
  );
}

function figure(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '–' : format(value);
}
