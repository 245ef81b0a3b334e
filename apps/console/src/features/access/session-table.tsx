import { Button, Text } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { SessionsQuery } from '../../gql/graphql';
import { ROLE_LABEL } from '../../session/role';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Named } from '../../ui/data/named';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { END_SESSION } from './session-queries';

type Session = SessionsQuery['sessions']['nodes'][number];

interface Props {
  sessions: readonly Session[];
  stale: boolean;
  /** For a list of several administrators: shows the owner of each session. */
  whose?: boolean;
}

const browserOf = ({ browser }: Session) => browser ?? 'Unknown browser';

export function SessionTable({ sessions, stale, whose = false }: Props) {
  const end = useApiMutation(END_SESSION, { done: 'Signed out there.' });
  const columns: Column<Session>[] = [
    {
      header: whose ? 'Administrator' : 'Browser',
      cell: (session) => (
        <>
          <Named sub={whose ? browserOf(session) : session.byPasskey ? 'By passkey' : undefined}>
            {whose ? session.name : browserOf(session)}
          </Named>
          <Text size="sm" c="dimmed" component="div" hiddenFrom="sm">
            Last seen <When at={session.lastSeenAt} />
          </Text>
          {session.current && (
            <Text size="sm" component="div">
              <Status tone="ok">This session</Status>
            </Text>
          )}
        </>
      ),
    },
    ...(whose ? [{ header: 'Role', from: 'md' as const, cell: ({ role }: Session) => ROLE_LABEL[role] }] : []),
    { header: 'Signed in', from: 'md', cell: ({ createdAt }) => <When at={createdAt} /> },
    { header: 'Last seen', from: 'sm', cell: ({ lastSeenAt }) => <When at={lastSeenAt} /> },
    { header: 'Expires', from: 'sm', cell: ({ expiresAt }) => <When at={expiresAt} /> },
    {
      header: 'Actions',
      align: 'end',
      cell: (session) =>
        session.current ? null : (
          <Button
            variant="default"
            size="xs"
            loading={end.isPending && end.variables.id === session.id}
            onClick={() => end.mutate({ id: session.id })}
            aria-label={`Sign out ${whose ? `${session.name}, ${browserOf(session)}` : browserOf(session)}`}
          >
            Sign out
          </Button>
        ),
    },
  ];
  return <DataTable label="Sessions" columns={columns} rows={sessions} rowKey={({ id }) => id} stale={stale} />;
}
