import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './data-table.module.css';

/** The name of a table row, which links to the row's page. `sub` is a second line in a lighter color. */
export function RowLink({ to, children, sub }: { to: string; children: ReactNode; sub?: ReactNode }) {
  return (
    <>
      <Link to={to} className={classes.cover}>
        {children}
      </Link>
      {sub && (
        <Text size="sm" c="dimmed" component="div">
          {sub}
        </Text>
      )}
    </>
  );
}
