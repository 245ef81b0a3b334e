import type { RunFieldsFragment } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import { type Column, DataTable } from '../../ui/data/data-table';
import { RowLink } from '../../ui/data/row-link';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { RUN_STATUS, runOutcome, runTitle } from './run-words';

const columns: readonly Column<RunFieldsFragment>[] = [
  {
    header: 'Run',
    cell: (run) => (
      <RowLink to={`/directory/integrations/${run.integrationId}/reconciliation/${run.id}`} sub={runOutcome(run)}>
        {runTitle(run)}
      </RowLink>
    ),
  },
  {
    header: 'Status',
    width: '8rem',
    cell: ({ status }) => <Status tone={RUN_STATUS[status].tone}>{RUN_STATUS[status].label}</Status>,
  },
  { header: 'Examined', align: 'end', from: 'md', cell: ({ examined }) => count(examined) },
  { header: 'By', from: 'md', cell: ({ requestedBy }) => requestedBy },
  { header: 'Started', from: 'sm', width: '9.5rem', cell: ({ createdAt }) => <When at={createdAt} /> },
];

export function RunTable({ runs, stale }: { runs: readonly RunFieldsFragment[]; stale: boolean }) {
  return <DataTable label="Reconciliation runs" columns={columns} rows={runs} rowKey={({ id }) => id} stale={stale} />;
}
