import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AuditAction, AuditEventsQuery } from '../../gql/graphql';
import { type Column, DataTable } from '../../ui/data/data-table';
import { inWords } from '../../ui/text/in-words';
import { When } from '../../ui/text/when';
import { AUDIT_ACTION } from './audit-actions';
import { ACTOR_LABEL, detailLines, detailOf, subjectPath } from './audit-words';

type AuditEvent = AuditEventsQuery['auditEvents']['nodes'][number];

interface Props {
  events: readonly AuditEvent[];
  stale: boolean;
  onKind: (kind: AuditAction) => void;
}

export function AuditTable({ events, stale, onKind }: Props) {
  const columns: Column<AuditEvent>[] = [
    {
      header: 'What',
      width: '26%',
      cell: (event) => (
        <>
          <Anchor
            component="button"
            type="button"
            size="sm"
            fw={550}
            c="inherit"
            ta="start"
            underline="hover"
            disabled={!event.kind}
            onClick={() => event.kind && onKind(event.kind)}
            title={event.action}
          >
            {event.kind ? AUDIT_ACTION[event.kind] : inWords(event.action)}
          </Anchor>
          <Text size="sm" c="dimmed" component="div" hiddenFrom="sm">
            {event.actorName} · <When at={event.at} />
          </Text>
        </>
      ),
    },
    { header: 'Detail', from: 'md', cell: (event) => <Detail event={event} /> },
    {
      header: 'Who',
      from: 'sm',
      width: '22%',
      cell: ({ actorName, actorType }) => (
        <>
          <Text size="sm" component="div">
            {actorName}
          </Text>
          {ACTOR_LABEL[actorType] !== actorName && (
            <Text size="xs" c="dimmed" component="div">
              {ACTOR_LABEL[actorType] ?? actorType}
            </Text>
          )}
        </>
      ),
    },
    { header: 'When', from: 'sm', width: '9.5rem', cell: ({ at }) => <When at={at} /> },
  ];
  return <DataTable label="Audit log" columns={columns} rows={events} rowKey={({ id }) => id} stale={stale} />;
}

function Detail({ event }: { event: AuditEvent }) {
  const detail = detailOf(event.data);
  const path = subjectPath({ ...event, detail });
  return (
    <Text size="sm" c="dimmed" component="div">
      {detailLines(detail).join(' · ')}
      {path && (
        <>
          {' '}
          <Anchor component={Link} to={path} size="sm" underline="always">
            Open
          </Anchor>
        </>
      )}
    </Text>
  );
}
