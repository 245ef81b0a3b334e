import { Loader, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { counted } from '../../ui/text/count';
import { clockTime } from '../../ui/text/time-format';
import { PROVIDERS } from '../providers/provider';
import classes from './arrival-checklist.module.css';

/** A checklist that updates as the first calls, people and groups arrive. */
export function ArrivalChecklist({ integration }: { integration: IntegrationFieldsFragment }) {
  const { lastScimRequestAt, identityCount, groupCount, provider } = integration;
  const waiting = `Waiting for ${PROVIDERS[provider].source}`;
  const { call, person, group } = PROVIDERS[provider].toDo;
  return (
    <ul className={classes.checklist} aria-live="polite">
      <Arrival
        what="First call with the new credentials"
        waiting={`${waiting}: ${call}`}
        arrived={lastScimRequestAt !== null}
      />
      <Arrival
        what="First person"
        waiting={`${waiting}: ${person}`}
        arrived={identityCount > 0}
        detail={counted(identityCount, 'person so far', 'people so far')}
      />
      <Arrival
        what="First group"
        waiting={`${waiting}: ${group}`}
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

/** Time of the arrival; undefined if it happened before the page was opened. */
function useSeenAt(arrived: boolean): Date | undefined {
  const [was, setWas] = useState(arrived);
  const [at, setAt] = useState<Date>();
  if (was !== arrived) {
    setWas(arrived);
    setAt(arrived ? new Date() : undefined);
  }
  return at;
}
