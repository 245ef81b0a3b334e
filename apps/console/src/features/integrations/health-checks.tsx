import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { HealthFieldsFragment, CheckStatus } from '../../gql/graphql';
import { inWords } from '../../ui/text/in-words';
import { inReadersTime } from '../../ui/text/time-format';
import { When } from '../../ui/text/when';
import { HEALTH_LABEL, HEALTH_TONE } from './health-status';
import classes from './health-checks.module.css';

const ICON: Record<CheckStatus, TablerIcon> = {
  OK: IconCircleCheck,
  WARN: IconAlertTriangle,
  FAIL: IconCircleX,
  UNKNOWN: IconCircleDashed,
};

/** Health checks: name, result and what to do. */
export function HealthChecks({ checks }: { checks: HealthFieldsFragment['checks'] }) {
  if (checks.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing has been checked yet.
      </Text>
    );
  }
  return (
    <ul className={classes.checks}>
      {checks.map(({ name, status, message, checkedAt }) => {
        const Icon = ICON[status];
        return (
          <li key={name} className={classes.check}>
            <Icon size={19} color={`var(--tone-${HEALTH_TONE[status]})`} role="img" aria-label={HEALTH_LABEL[status]} />
            <div className={classes.finding}>
              <Group justify="space-between" gap="xs">
                <Text size="sm" fw={550}>
                  {inWords(name)}
                </Text>
                <Text size="xs" c="dimmed" component="span">
                  <When at={checkedAt} never="Not checked yet" />
                </Text>
              </Group>
              <Text size="sm" c="dimmed">
                {inReadersTime(message)}
              </Text>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
