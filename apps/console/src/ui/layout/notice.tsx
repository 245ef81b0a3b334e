import { Stack, Text, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

interface Props {
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/**
 * Shown instead of content that is missing: nothing exists yet, nothing was found, the role does not allow it, or the
 * server does not answer.
 */
export function Notice({ icon: Icon, title, children, action }: Props) {
  return (
    <Stack align="center" gap={6} py={56} px="lg" ta="center">
      <Text c="dimmed" component="span" lh={0} mb={4}>
        <Icon size={30} stroke={1.5} aria-hidden />
      </Text>
      <Title order={2}>{title}</Title>
      {children && (
        <Text c="dimmed" size="sm" maw="30rem" component="div">
          {children}
        </Text>
      )}
      {action && <div style={{ marginTop: 12 }}>{action}</div>}
    </Stack>
  );
}
