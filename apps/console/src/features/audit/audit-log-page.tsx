import { Button, Group, Paper } from '@mantine/core';
import { IconHistory, IconSearchOff } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PAGE_SIZE, Pager } from '../../ui/pager';
import { SearchField } from '../../ui/search-field';
import { useListParams } from '../../ui/use-list-params';
import { IntegrationFilter } from '../integrations/integration-filter';
import { AUDIT_EVENTS } from './audit-queries';
import { AuditTable } from './audit-table';

export function AuditLogPage() {
  const params = useListParams();
  const navigate = useNavigate();
  const filter = { integrationId: params.get('integration'), action: params.get('action') };
  const query = useApiQuery(AUDIT_EVENTS, { ...filter, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const filtered = filter.action !== undefined || filter.integrationId !== undefined;
  return (
    <Page title="Audit log" lead="Who changed what, newest first. Secrets are never in it.">
      <Paper>
        <Group p="md" gap="sm" role="search">
          <SearchField
            label="Action, such as passkey.revoked"
            value={filter.action ?? ''}
            onSearch={(text) => params.set('action', text)}
          />
          <IntegrationFilter value={filter.integrationId} onChange={(value) => params.set('integration', value)} />
        </Group>
        <Loaded query={query}>
          {({ auditEvents: { nodes, totalCount, pageInfo } }) => {
            if (nodes.length > 0) {
              return (
                <>
                  <AuditTable
                    events={nodes}
                    stale={query.isPlaceholderData}
                    onAction={(action) => params.set('action', action)}
                  />
                  <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
                </>
              );
            }
            return filtered ? (
              <Notice
                icon={IconSearchOff}
                title="Nothing of this kind has happened"
                action={
                  <Button variant="default" onClick={() => void navigate('/audit-log')}>
                    Show everything
                  </Button>
                }
              />
            ) : (
              <Notice icon={IconHistory} title="Nothing has happened yet" />
            );
          }}
        </Loaded>
      </Paper>
    </Page>
  );
}
