import { Group } from '@mantine/core';
import { IconArrowsExchange, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment, RequestFieldsFragment } from '../../gql/graphql';
import { FilterSelect } from '../../ui/forms/filter-select';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { useListParams } from '../../ui/data/use-list-params';
import { PROVIDERS } from '../providers/provider';
import { HTTP_STATUS } from './http-status';
import { RequestDrawer } from './request-drawer';
import { SCIM_REQUESTS } from './request-queries';
import { RequestTable } from './request-table';

export function RequestsTab({ integration: { id, provider } }: { integration: IntegrationFieldsFragment }) {
  const params = useListParams();
  const status = params.get('status');
  const [shown, setShown] = useState<RequestFieldsFragment>();
  const query = useApiQuery(
    SCIM_REQUESTS,
    { integrationId: id, status: status ? Number(status) : undefined, first: PAGE_SIZE, after: params.after },
    { keepPrevious: true },
  );
  return (
    <Section
      title="SCIM requests"
      lead="What the directory asked, newest first. Values are never kept, only names."
      flush
    >
      <Group px="lg" pb="xs">
        <FilterSelect
          label="Status"
          value={status}
          options={HTTP_STATUS as Record<string, { label: string }>}
          onChange={(value) => params.set('status', value)}
        />
      </Group>
      <Loaded query={query}>
        {({ scimRequests: { nodes, totalCount, pageInfo } }) => {
          if (nodes.length > 0) {
            return (
              <>
                <RequestTable requests={nodes} stale={query.isPlaceholderData} onShow={setShown} />
                <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
              </>
            );
          }
          return status ? (
            <Notice icon={IconSearchOff} title="No request was answered so" />
          ) : (
            <Notice icon={IconArrowsExchange} title="No request has come in yet">
              {PROVIDERS[provider].firstRequest}
            </Notice>
          );
        }}
      </Loaded>
      <RequestDrawer request={shown} onClose={() => setShown(undefined)} />
    </Section>
  );
}
