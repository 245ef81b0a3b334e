import { Group, Paper } from '@mantine/core';
import { IconSearchOff, IconUsersGroup } from '@tabler/icons-react';
import { useApiQuery } from '../../api/use-api-query';
import type { GroupsQuery } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { RowLink } from '../../ui/data/row-link';
import { SearchField } from '../../ui/forms/search-field';
import { useListParams } from '../../ui/data/use-list-params';
import { IntegrationFilter } from '../integrations/integration-filter';
import { GROUPS } from './group-queries';

type GroupRow = GroupsQuery['groups']['nodes'][number];

const columns: readonly Column<GroupRow>[] = [
  { header: 'Group', cell: ({ id, displayName }) => <RowLink to={`/directory/groups/${id}`}>{displayName}</RowLink> },
  { header: 'Members', align: 'end', width: '8rem', cell: ({ memberCount }) => count(memberCount) },
];

export function GroupsPage() {
  const params = useListParams();
  const search = params.get('q');
  const integrationId = params.get('integration');
  const query = useApiQuery(
    GROUPS,
    { search, integrationId, first: PAGE_SIZE, after: params.after },
    { keepPrevious: true },
  );
  return (
    <Page title="Groups" lead="Groups that your directories push, with their members.">
      <Paper>
        <Group p="md" gap="sm" role="search">
          <SearchField label="Search by name" value={search ?? ''} onSearch={(text) => params.set('q', text)} />
          <IntegrationFilter value={integrationId} onChange={(value) => params.set('integration', value)} />
        </Group>
        <Loaded query={query}>
          {({ groups: { nodes, totalCount, pageInfo } }) => {
            if (nodes.length > 0) {
              return (
                <>
                  <DataTable
                    label="Groups"
                    columns={columns}
                    rows={nodes}
                    rowKey={({ id }) => id}
                    stale={query.isPlaceholderData}
                  />
                  <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
                </>
              );
            }
            return search || integrationId ? (
              <Notice icon={IconSearchOff} title="No group matches" />
            ) : (
              <Notice icon={IconUsersGroup} title="No group has been pushed yet">
                In Okta, open the SCIM app’s tab Push Groups and choose one; another directory sends groups by its own
                rules.
              </Notice>
            );
          }}
        </Loaded>
      </Paper>
    </Page>
  );
}
