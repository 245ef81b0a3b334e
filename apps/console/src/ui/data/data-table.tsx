import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<T> {
  header: string;
  cell: (row: T) => ReactNode;
  /** The smallest screen size on which the column is shown. */
  from?: 'sm' | 'md' | 'lg';
  align?: 'end';
  /** Ignored on a phone, where columns are as narrow as possible. */
  width?: string;
  /** Name of the sort order that a click on the header selects. */
  sort?: string;
}

/** The order of a list. */
export interface Sort {
  by: string;
  descending: boolean;
}

interface Props<T> {
  /** Accessible name of the table. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** True while the rows are those of an earlier search. They are dimmed until the new rows arrive. */
  stale?: boolean;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
}

/** The first column names the row; a link in it (`RowLink`) covers the whole row. */
export function DataTable<T>({ label, columns, rows, rowKey, stale = false, sort, onSort }: Props<T>) {
  return (
    <Table aria-label={label} className={classes.table} data-stale={stale || undefined}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ header, from, align, width, sort: by }) => (
            <Table.Th
              key={header}
              scope="col"
              visibleFrom={from}
              data-align={align}
              aria-sort={
                by !== undefined && by === sort?.by ? (sort.descending ? 'descending' : 'ascending') : undefined
              }
              {...(width && { style: { '--width': width } })}
            >
              {by === undefined || !onSort ? header : <SortButton {...{ by, header, sort, onSort }} />}
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

interface SortButtonProps {
  by: string;
  header: string;
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

/** Sorts the table by the column. A second click reverses the order. */
function SortButton({ by, header, sort, onSort }: SortButtonProps) {
  const active = sort?.by === by;
  const Arrow = active && sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={active || undefined}
      onClick={() => onSort({ by, descending: active && !sort.descending })}
    >
      {header}
      <Arrow size={14} aria-hidden />
    </UnstyledButton>
  );
}
