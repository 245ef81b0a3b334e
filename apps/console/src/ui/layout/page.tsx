import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './page.module.css';

interface Props {
  title: string;
  /** One line below the title. */
  lead?: ReactNode;
  /** The list that this page belongs to. */
  back?: { to: string; label: string };
  actions?: ReactNode;
  /** True makes the page narrow, for pages that consist of forms or text. */
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, lead, back, actions, narrow = false, children }: Props) {
  return (
    <Stack className={classes.page} data-narrow={narrow || undefined} gap="lg">
      <title>{`${title} · Rollcall`}</title>
      <Box component="header">
        {back && (
          <Anchor component={Link} to={back.to} size="sm" c="dimmed" className={classes.back}>
            <IconChevronLeft size={15} aria-hidden="true" />
            {back.label}
          </Anchor>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Box className={classes.heading}>
            <Title order={1}>{title}</Title>
            {lead && (
              <Text c="dimmed" size="sm" mt={2} component="div">
                {lead}
              </Text>
            )}
          </Box>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      </Box>
      {children}
    </Stack>
  );
}
