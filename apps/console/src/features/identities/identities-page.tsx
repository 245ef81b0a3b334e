import { Button, Group, Paper } from '@mantine/core';
import { IconSearchOff, IconUsers } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { FilterSelect } from '../../ui/filter-select';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PAGE_SIZE, Pager } from '../../ui/pager';
import { SearchField } from '../../ui/search-field';
import { oneOf, useListParams } from '../../ui/use-list-params';
import { IntegrationFilter } from '../integrations/integration-filter';
import { ENROLLMENT_STATUS, IDENTITY_STATUS, REGISTRATION_STATE } from './identity-labels';
import { IDENTITIES } from './identity-queries';
import { IdentityTable } from './identity-table';

export function IdentitiesPage() {
  const params = useListParams();
  const navigate = useNavigate();
  const filter = {
    search: params.get('q'),
    integrationId: params.get('integration'),
    status: oneOf(params.get('status'), IDENTITY_STATUS),
    enrollmentStatus: oneOf(params.get('enrollment'), ENROLLMENT_STATUS),
    registrationState: oneOf(params.get('registration'), REGISTRATION_STATE),
  };
  const query = useApiQuery(IDENTITIES, { ...filter, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const showAll = () => void navigate('/directory/identities');
  return (
    <Page title="Identities" lead="All people that your directories have sent, and whether they have a passkey.">
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
          <IntegrationFilter value={filter.integrationId} onChange={(value) => params.set('integration', value)} />
        </Group>
        <Loaded query={query}>
          {({ identities: { nodes, totalCount, pageInfo } }) => {
            if (nodes.length > 0) {
              return (
                <>
                  <IdentityTable identities={nodes} stale={query.isPlaceholderData} />
                  <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
                </>
              );
            }
            return filtered ? (
              <Notice
                icon={IconSearchOff}
                title="No person matches"
                action={
                  <Button variant="default" onClick={showAll}>
                    Show everyone
                  </Button>
                }
              />
            ) : (
              <Notice icon={IconUsers} title="No people yet">
                People appear here as soon as your directory assigns them to the SCIM application.
              </Notice>
            );
          }}
        </Loaded>
      </Paper>
    </Page>
  );
}
