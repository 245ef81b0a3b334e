import { useApiQuery } from '../../api/use-api-query';
import { Loaded } from '../../ui/loaded';
import { PAGE_SIZE, Pager } from '../../ui/pager';
import { Section } from '../../ui/section';
import { useListParams } from '../../ui/use-list-params';
import { SESSIONS } from './session-queries';
import { SessionTable } from './session-table';

export function TenantSessionsTab() {
  const params = useListParams();
  const query = useApiQuery(SESSIONS, { all: true, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  return (
    <Section
      title="Sessions"
      lead="Everybody who is signed in to this console. Whoever holds a token can sign in again: revoke it to keep them out."
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
