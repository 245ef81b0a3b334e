import { Paper, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApiQuery } from '../../api/use-api-query';
import { ROLE_LABEL, ROLE_MEANING } from '../../session/role';
import { Facts } from '../../ui/data/facts';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { useListParams } from '../../ui/data/use-list-params';
import { ADMIN_TOKENS } from './access-queries';
import { AdminTokenTable } from './admin-token-table';

export function AdminTokensTab({ create }: { create: ReactNode }) {
  const params = useListParams();
  const query = useApiQuery(ADMIN_TOKENS, { first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  return (
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
                Only the root token is in use. Give each colleague and each script a token of its own, with the least
                role that does.
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
    </Stack>
  );
}
