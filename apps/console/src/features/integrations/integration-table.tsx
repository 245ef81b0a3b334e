import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import { type Column, DataTable } from '../../ui/data/data-table';
import { RowLink } from '../../ui/data/row-link';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { currentChecks } from './current-checks';
import { HEALTH_LABEL, HEALTH_TONE, overallHealth } from './health-status';
import { isWrittenBack, PROVIDERS } from '../providers/provider';
import { syncStatus } from './sync-status';

const columns: readonly Column<IntegrationFieldsFragment>[] = [
  {
    header: 'Name',
    cell: ({ id, name, provider, registrationSync }) => (
      <RowLink
        to={`/directory/integrations/${id}`}
        sub={[PROVIDERS[provider].label, registrationSync?.oktaDomain].filter(Boolean).join(' · ')}
      >
        {name}
      </RowLink>
    ),
  },
  {
    header: 'Health',
    cell: (integration) => {
      const status = overallHealth(currentChecks(integration));
      return <Status tone={HEALTH_TONE[status]}>{HEALTH_LABEL[status]}</Status>;
    },
  },
  {
    header: 'Registration attribute',
    from: 'md',
    cell: (integration) => {
      const { registrationSync, provider } = integration;
      if (!isWrittenBack(integration)) return '–';
      const { tone, label } = syncStatus(registrationSync, provider);
      return <Status tone={tone}>{label}</Status>;
    },
  },
  { header: 'People', align: 'end', from: 'sm', cell: ({ identityCount }) => count(identityCount) },
  { header: 'Groups', align: 'end', from: 'md', cell: ({ groupCount }) => count(groupCount) },
  {
    header: 'Last SCIM call',
    from: 'sm',
    cell: ({ lastScimRequestAt }) => <When at={lastScimRequestAt} never="None yet" />,
  },
];

export function IntegrationTable({ integrations }: { integrations: readonly IntegrationFieldsFragment[] }) {
  return <DataTable label="Directory integrations" columns={columns} rows={integrations} rowKey={({ id }) => id} />;
}
