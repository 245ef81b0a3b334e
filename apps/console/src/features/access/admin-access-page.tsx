import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../session/viewer';
import { Forbidden } from '../../session/forbidden';
import { Page } from '../../ui/layout/page';
import { AdminTokensTab } from './admin-tokens-tab';
import { CreateAdminTokenModal } from './create-admin-token-modal';
import { TenantSessionsTab } from './tenant-sessions-tab';

const PATH = '/admin-access';

export function AdminAccessPage() {
  const isOwner = useMay('OWNER');
  const { tab = 'tokens' } = useParams();
  const navigate = useNavigate();
  const [creating, modal] = useDisclosure();
  const create = isOwner && (
    <Button onClick={modal.open} leftSection={<IconPlus size={16} />}>
      Create admin token
    </Button>
  );
  return (
    <Page
      title="Admin access"
      lead="Who may use this console and the admin API, and who is signed in."
      actions={create}
    >
      {isOwner ? (
        <Tabs
          value={tab}
          onChange={(to) => void navigate(to === 'sessions' ? `${PATH}/sessions` : PATH)}
          keepMounted={false}
          activateTabWithKeyboard={false}
        >
          <Tabs.List mb="lg">
            <Tabs.Tab value="tokens">Admin tokens</Tabs.Tab>
            <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="tokens">
            <AdminTokensTab create={create} />
          </Tabs.Panel>
          <Tabs.Panel value="sessions">
            <TenantSessionsTab />
          </Tabs.Panel>
          <CreateAdminTokenModal opened={creating} onClose={modal.close} />
        </Tabs>
      ) : (
        <Forbidden needed="OWNER" />
      )}
    </Page>
  );
}
