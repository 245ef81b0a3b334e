import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A name, and a second line below it in a lighter color. */
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
