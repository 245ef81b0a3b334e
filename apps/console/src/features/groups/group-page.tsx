import { Paper } from '@mantine/core';
import { IconMapPinQuestion, IconUsers } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { counted } from '../../ui/text/count';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { IdentityList } from '../identities/identity-list';
import { BulkEnrollment } from './bulk-enrollment';
import { GROUP } from './group-queries';

export function GroupPage() {
  const { groupId = '' } = useParams();
  const query = useApiQuery(GROUP, { id: groupId });
  const group = query.data?.group;
  return (
    <Page
      title={group?.displayName ?? 'Group'}
      lead={group && counted(group.memberCount, 'member')}
      back={{ to: '/directory/groups', label: 'Groups' }}
      actions={group && <BulkEnrollment group={group} />}
    >
      {group ? (
        <IdentityList groupId={group.id} empty={<Notice icon={IconUsers} title="This group has no members" />} />
      ) : (
        <Paper>
          <Loaded query={query}>
            {() => <Notice icon={IconMapPinQuestion} title="This group does not exist, or no longer" />}
          </Loaded>
        </Paper>
      )}
    </Page>
  );
}
