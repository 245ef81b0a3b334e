import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconProgress } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Section } from '../../ui/layout/section';
import type { Attention } from './attention';
import classes from './attention-list.module.css';

const ICON = { bad: IconCircleX, warn: IconAlertTriangle, busy: IconProgress };
const MEANING = { bad: 'Failing', warn: 'Needs attention', busy: 'Under way' };

export function AttentionList({ items }: { items: readonly Attention[] }) {
  return (
    <Section title="Needs attention" flush>
      {items.length === 0 ? (
        <p className={classes.calm}>
          <IconCircleCheck size={19} color="var(--tone-ok)" aria-hidden />
          Everything runs. Nothing needs you now.
        </p>
      ) : (
        <ul className={classes.items}>
          {items.map(({ tone, title, text, action, to }) => {
            const Icon = ICON[tone];
            return (
              <li key={title + text} className={classes.item}>
                <Icon size={19} color={`var(--tone-${tone})`} role="img" aria-label={MEANING[tone]} />
                <div className={classes.text}>
                  <Text size="sm" fw={550}>
                    {title}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {text}
                  </Text>
                </div>
                <Button component={Link} to={to} variant="default" size="xs" aria-label={`${action}: ${title}`}>
                  {action}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
