import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<T> {
  header: string;
  cell: (row: T) => ReactNode;
  /** Narrower screens leave the column out. */
  from?: 'sm' | 'md' | 'lg';
  align?: 'end';
  /** On a phone each column is as narrow as its cells let it be. */
  width?: string;
}

interface Props<T> {
  /** Accessible name of the table. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Rows of an earlier search are dimmed until the next ones arrive. */
  stale?: boolean;
}

/** The first column names the row; a link in it (`RowLink`) covers the whole row. */
export function DataTable<T>({ label, columns, rows, rowKey, stale = false }: Props<T>) {
  return (
    <Table aria-label={label} className={classes.table} data-stale={stale || undefined}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ header, from, align, width }) => (
            <Table.Th
              key={header}
              scope="col"
              visibleFrom={from}
              data-align={align}
              {...(width && { style: { '--width': width } })}
            >
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)} className={classes.row}>
            {columns.map(({ header, cell, from, align }) => (
              <Table.Td key={header} visibleFrom={from} data-align={align}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
