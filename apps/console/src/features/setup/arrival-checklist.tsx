import { Loader, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { counted } from '../../ui/count';
import { clockTime } from '../../ui/time-format';
import { SOURCE_LABEL } from '../integrations/provider';
import classes from './arrival-checklist.module.css';

/** Ticks itself as Okta's first calls, people and groups come in. */
export function ArrivalChecklist({ integration }: { integration: IntegrationFieldsFragment }) {
  const { lastScimRequestAt, identityCount, groupCount, provider } = integration;
  const who = SOURCE_LABEL[provider];
  return (
    <ul className={classes.checklist} aria-live="polite">
      <Arrival
        what="First call with the new credentials"
        waiting={`Waiting for ${who}: press Test API Credentials`}
        arrived={lastScimRequestAt !== null}
      />
      <Arrival
        what="First person"
        waiting={`Waiting for ${who}: assign a group to the app`}
        arrived={identityCount > 0}
        detail={counted(identityCount, 'person so far', 'people so far')}
      />
      <Arrival
        what="First group"
        waiting={`Waiting for ${who}: push a group`}
        arrived={groupCount > 0}
        detail={counted(groupCount, 'group so far', 'groups so far')}
      />
    </ul>
  );
}

function Arrival({
  what,
  waiting,
  arrived,
  detail,
}: {
  what: string;
  waiting: string;
  arrived: boolean;
  detail?: string;
}) {
  const seenAt = useSeenAt(arrived);
  return (
    <li>
      {arrived ? (
        <IconCircleCheck size={20} color="var(--tone-ok)" role="img" aria-label="Received" />
      ) : (
        <Loader size={16} aria-hidden />
      )}
      <div>
        <Text size="sm" fw={550}>
          {what}
        </Text>
        <Text size="sm" c="dimmed">
          {arrived
            ? [seenAt ? `Received ${clockTime(seenAt)}` : 'Received', detail].filter(Boolean).join(' · ')
            : `${waiting}…`}
        </Text>
      </div>
    </li>
  );
}

/** When it happened, if it happened while one watched. */
function useSeenAt(arrived: boolean): Date | undefined {
  const [was, setWas] = useState(arrived);
  const [at, setAt] = useState<Date>();
  if (was !== arrived) {
    setWas(arrived);
    setAt(arrived ? new Date() : undefined);
  }
  return at;
}
