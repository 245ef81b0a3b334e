import { Box, Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** True removes the padding, for tables that have their own. */
  flush?: boolean;
  children?: ReactNode;
}

/** A titled card. */
export function Section({ title, lead, actions, flush = false, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id}>
      <Group
        justify="space-between"
        align="flex-start"
        gap="sm"
        px="lg"
        pt="md"
        pb={children === undefined ? 'md' : flush ? 'xs' : 0}
      >
        <Box flex="1 1 16rem" miw={0}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead && (
            <Text size="sm" c="dimmed" component="div" maw="46rem" mt={2}>
              {lead}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children !== undefined &&
        (flush ? (
          children
        ) : (
          <Box px="lg" pt="md" pb="lg">
            {children}
          </Box>
        ))}
    </Paper>
  );
}
