import { Button, Paper, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useApiQuery } from '../../api/use-api-query';
import { ROLE_LABEL, ROLE_MEANING } from '../../session/role';
import { useMay } from '../../session/viewer';
import { Facts } from '../../ui/facts';
import { Forbidden } from '../../ui/forbidden';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PAGE_SIZE, Pager } from '../../ui/pager';
import { Section } from '../../ui/section';
import { useListParams } from '../../ui/use-list-params';
import { ADMIN_TOKENS } from './access-queries';
import { AdminTokenTable } from './admin-token-table';
import { CreateAdminTokenModal } from './create-admin-token-modal';

export function AdminAccessPage() {
  const isOwner = useMay('OWNER');
  const params = useListParams();
  const query = useApiQuery(
    ADMIN_TOKENS,
    { first: PAGE_SIZE, after: params.after },
    { enabled: isOwner, keepPrevious: true },
  );
  const [creating, modal] = useDisclosure();
  const create = isOwner && (
    <Button onClick={modal.open} leftSection={<IconPlus size={16} />}>
      Create admin token
    </Button>
  );
  return (
    <Page
      title="Admin access"
      lead="Tokens that may use this console and the admin API, each with a role."
      actions={create}
    >
      {isOwner ? (
        <Stack gap="lg">
          <Paper>
            <Loaded query={query}>
              {({ adminTokens: { nodes, totalCount, pageInfo } }) =>
                nodes.length > 0 ? (
                  <>
                    <AdminTokenTable tokens={nodes} stale={query.isPlaceholderData} />
                    <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
                  </>
                ) : (
                  <Notice icon={IconKey} title="No admin tokens yet" action={create}>
                    Only the root token is in use. Give each colleague and each script a token of its own, with the
                    least role that does.
                  </Notice>
                )
              }
            </Loaded>
          </Paper>
          <Section title="Roles">
            <Facts
              facts={[
                [ROLE_LABEL.OWNER, ROLE_MEANING.OWNER],
                [ROLE_LABEL.ADMIN, ROLE_MEANING.ADMIN],
                [ROLE_LABEL.OPERATOR, ROLE_MEANING.OPERATOR],
                [ROLE_LABEL.VIEWER, ROLE_MEANING.VIEWER],
              ]}
            />
          </Section>
          <CreateAdminTokenModal opened={creating} onClose={modal.close} />
        </Stack>
      ) : (
        <Forbidden needed="OWNER" />
      )}
    </Page>
  );
}
