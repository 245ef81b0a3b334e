import { Button, Group, Paper } from '@mantine/core';
import { IconDownload, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { FilterSelect } from '../../ui/forms/filter-select';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { SearchField } from '../../ui/forms/search-field';
import { oneOf, sortOf, sortText, useListParams } from '../../ui/data/use-list-params';
import { IntegrationFilter } from '../integrations/integration-filter';
import { ENROLLMENT_STATUS, IDENTITY_ORDER, IDENTITY_STATUS, REGISTRATION_STATE } from './identity-labels';
import { IDENTITIES } from './identity-queries';
import { IdentityTable } from './identity-table';

interface Props {
  /** Members of this group only. */
  groupId?: string;
  /** Shown when the list is empty without a filter. */
  empty: ReactNode;
}

/** People with search, filters, sort order and page in the URL, and a download of the same list. */
export function IdentityList({ groupId, empty }: Props) {
  const params = useListParams();
  const [, setAddress] = useSearchParams();
  const filter = {
    search: params.get('q'),
    integrationId: groupId === undefined ? params.get('integration') : undefined,
    status: oneOf(params.get('status'), IDENTITY_STATUS),
    enrollmentStatus: oneOf(params.get('enrollment'), ENROLLMENT_STATUS),
    registrationState: oneOf(params.get('registration'), REGISTRATION_STATE),
  };
  const sort = sortOf(params, IDENTITY_ORDER);
  const orderBy = sort && { field: sort.by, direction: sort.descending ? ('DESC' as const) : ('ASC' as const) };
  const query = useApiQuery(
    IDENTITIES,
    { ...filter, groupId, orderBy, first: PAGE_SIZE, after: params.after },
    { keepPrevious: true },
  );
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Paper>
      <Group p="md" gap="sm" role="search">
        <SearchField
          label="Search by name or e-mail"
          value={filter.search ?? ''}
          onSearch={(text) => params.set('q', text)}
        />
        <FilterSelect
          label="Status"
          value={filter.status}
          options={IDENTITY_STATUS}
          onChange={(value) => params.set('status', value)}
        />
        <FilterSelect
          label="Enrollment"
          value={filter.enrollmentStatus}
          options={ENROLLMENT_STATUS}
          onChange={(value) => params.set('enrollment', value)}
        />
        <FilterSelect
          label="Registration"
          value={filter.registrationState}
          options={REGISTRATION_STATE}
          onChange={(value) => params.set('registration', value)}
        />
        {groupId === undefined && (
          <IntegrationFilter value={filter.integrationId} onChange={(value) => params.set('integration', value)} />
        )}
        <Button
          component="a"
          href={exportPath({ ...filter, groupId })}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Export CSV
        </Button>
      </Group>
      <Loaded query={query}>
        {({ identities: { nodes, totalCount, pageInfo } }) => {
          if (nodes.length > 0) {
            return (
              <>
                <IdentityTable
                  identities={nodes}
                  stale={query.isPlaceholderData}
                  sort={sort}
                  onSort={(next) => params.set('sort', sortText(next))}
                />
                <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
              </>
            );
          }
          if (!filtered) return empty;
          return (
            <Notice
              icon={IconSearchOff}
              title="No person matches"
              action={
                <Button variant="default" onClick={() => setAddress({})}>
                  Show everyone
                </Button>
              }
            />
          );
        }}
      </Loaded>
    </Paper>
  );
}

function exportPath(filter: Record<string, string | undefined>): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/export/identities.csv?${new URLSearchParams(given).toString()}`;
}
