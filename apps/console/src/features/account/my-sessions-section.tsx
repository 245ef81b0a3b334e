import { Button } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import { counted } from '../../ui/text/count';
import { Loaded } from '../../ui/layout/loaded';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { useListParams } from '../../ui/data/use-list-params';
import { END_OTHER_SESSIONS, SESSIONS } from '../access/session-queries';
import { SessionTable } from '../access/session-table';

export function MySessionsSection() {
  const params = useListParams();
  const query = useApiQuery(SESSIONS, { first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const endOthers = useApiMutation(END_OTHER_SESSIONS, {
    done: ({ endOtherSessions }) => `${counted(endOtherSessions, 'session')} ended.`,
  });
  return (
    <Section
      title="Sessions"
      lead="Where you are signed in. A session ends by itself after twelve hours, or with the token that started it."
      actions={
        query.data &&
        query.data.sessions.totalCount > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            Sign out all others
          </Button>
        )
      }
      flush
    >
      <Loaded query={query}>
        {({ sessions: { nodes, totalCount, pageInfo } }) => (
          <>
            <SessionTable sessions={nodes} stale={query.isPlaceholderData} />
            <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
