import { useApiQuery } from '../../api/use-api-query';
import { Loaded } from '../../ui/layout/loaded';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { useListParams } from '../../ui/data/use-list-params';
import { SESSIONS } from './session-queries';
import { SessionTable } from './session-table';

export function TenantSessionsTab() {
  const params = useListParams();
  const query = useApiQuery(SESSIONS, { all: true, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  return (
    <Section
      title="Sessions"
      lead="All users who are signed in to this console. A user who has a token can sign in again: revoke the token to keep them out."
      flush
    >
      <Loaded query={query}>
        {({ sessions: { nodes, totalCount, pageInfo } }) => (
          <>
            <SessionTable sessions={nodes} stale={query.isPlaceholderData} whose />
            <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
