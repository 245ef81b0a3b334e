import { Paper } from '@mantine/core';
import { IconMapPinQuestion, IconUsers } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { counted } from '../../ui/count';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PAGE_SIZE, Pager } from '../../ui/pager';
import { useListParams } from '../../ui/use-list-params';
import { IdentityTable } from '../identities/identity-table';
import { BulkEnrollment } from './bulk-enrollment';
import { GROUP } from './group-queries';

export function GroupPage() {
  const { groupId = '' } = useParams();
  const params = useListParams();
  const query = useApiQuery(GROUP, { id: groupId, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const group = query.data?.group;
  return (
    <Page
      title={group?.displayName ?? 'Group'}
      lead={group && counted(group.memberCount, 'member')}
      back={{ to: '/directory/groups', label: 'Groups' }}
      actions={group && <BulkEnrollment group={group} />}
    >
      <Paper>
        <Loaded query={query}>
          {() => {
            if (!group) return <Notice icon={IconMapPinQuestion} title="This group does not exist, or no longer" />;
            const { nodes, totalCount, pageInfo } = group.members;
            if (nodes.length === 0) return <Notice icon={IconUsers} title="This group has no members" />;
            return (
              <>
                <IdentityTable identities={nodes} stale={query.isPlaceholderData} />
                <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
              </>
            );
          }}
        </Loaded>
      </Paper>
    </Page>
  );
}
