import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A name, and a quieter line below it. */
export function Named({ children, sub }: { children: ReactNode; sub?: ReactNode }) {
  return (
    <>
      <Text fw={550} size="sm" component="div">
        {children}
      </Text>
      {sub && (
        <Text size="sm" c="dimmed" component="div">
          {sub}
        </Text>
      )}
    </>
  );
}
