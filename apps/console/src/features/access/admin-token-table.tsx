import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { AdminTokensQuery } from '../../gql/graphql';
import { ROLE_LABEL } from '../../session/role';
import { Confirm } from '../../ui/forms/confirm';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Named } from '../../ui/data/named';
import { Status } from '../../ui/layout/status';
import { useNow } from '../../ui/text/use-now';
import { When } from '../../ui/text/when';
import { CREDENTIAL_STATUS, credentialState, isUsable } from '../credentials/credential-status';
import { REVOKE_ADMIN_TOKEN } from './access-queries';

type AdminToken = AdminTokensQuery['adminTokens']['nodes'][number];

export function AdminTokenTable({ tokens, stale }: { tokens: readonly AdminToken[]; stale: boolean }) {
  const now = useNow();
  const [revoking, setRevoking] = useState<AdminToken>();
  const revoke = useApiMutation(REVOKE_ADMIN_TOKEN, {
    done: 'The token is revoked. Sessions that were started with it have ended.',
    onDone: () => setRevoking(undefined),
    quiet: true,
  });
  const columns: Column<AdminToken>[] = [
    { header: 'Token', cell: ({ name, lastFour }) => <Named sub={`ends in ${lastFour}`}>{name}</Named> },
    { header: 'Role', cell: ({ role }) => ROLE_LABEL[role] },
    {
      header: 'Status',
      from: 'sm',
      cell: (row) => {
        const { tone, label } = CREDENTIAL_STATUS[credentialState(row, now)];
        return <Status tone={tone}>{label}</Status>;
      },
    },
    { header: 'Last used', from: 'sm', cell: ({ lastUsedAt }) => <When at={lastUsedAt} /> },
    { header: 'Expires', from: 'md', cell: ({ expiresAt }) => <When at={expiresAt} /> },
    {
      header: 'Actions',
      align: 'end',
      cell: (row) =>
        isUsable(row, now) ? (
          <Button variant="default" size="xs" onClick={() => setRevoking(row)} aria-label={`Revoke ${row.name}`}>
            Revoke
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable label="Admin tokens" columns={columns} rows={tokens} rowKey={({ id }) => id} stale={stale} />
      <Confirm
        opened={revoking !== undefined}
        title={`Revoke ${revoking?.name ?? 'this token'}?`}
        action="Revoke"
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setRevoking(undefined)}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
      >
        Scripts that use it are refused. Sessions that were started with it end, and tokens that were created with it
        are revoked too. This cannot be undone.
      </Confirm>
    </>
  );
}
