import type { IdentityRowFragment } from '../../gql/graphql';
import { Breakable } from '../../ui/data/breakable';
import { type Column, DataTable, type Sort } from '../../ui/data/data-table';
import { RowLink } from '../../ui/data/row-link';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { ENROLLMENT_STATUS, IDENTITY_STATUS, registrationSummary } from './identity-labels';

const columns: readonly Column<IdentityRowFragment>[] = [
  {
    header: 'Person',
    sort: 'USER_NAME',
    cell: ({ id, displayName, userName }) => (
      <RowLink to={`/directory/identities/${id}`} sub={displayName ? <Breakable>{userName}</Breakable> : undefined}>
        <Breakable>{displayName ?? userName}</Breakable>
      </RowLink>
    ),
  },
  {
    header: 'Status',
    from: 'sm',
    width: '9rem',
    cell: ({ status }) => <Status tone={IDENTITY_STATUS[status].tone}>{IDENTITY_STATUS[status].label}</Status>,
  },
  {
    header: 'Enrollment',
    from: 'sm',
    width: '10rem',
    cell: ({ enrollmentStatus }) => (
      <Status tone={ENROLLMENT_STATUS[enrollmentStatus].tone}>{ENROLLMENT_STATUS[enrollmentStatus].label}</Status>
    ),
  },
  {
    header: 'Registration',
    width: '10rem',
    cell: ({ registration }) => {
      const { tone, label } = registrationSummary(registration);
      return registration ? <Status tone={tone}>{label}</Status> : label;
    },
  },
  {
    header: 'Changed',
    from: 'lg',
    width: '9.5rem',
    sort: 'UPDATED_AT',
    cell: ({ updatedAt }) => <When at={updatedAt} />,
  },
];

interface Props {
  identities: readonly IdentityRowFragment[];
  stale?: boolean;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
}

export function IdentityTable({ identities, ...list }: Props) {
  return <DataTable label="Identities" columns={columns} rows={identities} rowKey={({ id }) => id} {...list} />;
}
