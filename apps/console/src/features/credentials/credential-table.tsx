import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { CredentialFieldsFragment, DirectoryProvider } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Named } from '../../ui/data/named';
import { Status } from '../../ui/layout/status';
import { useNow } from '../../ui/text/use-now';
import { When } from '../../ui/text/when';
import { CREDENTIAL_TYPE_LABEL, credentialName } from './credential-name';
import { REVOKE_CREDENTIAL } from './credential-queries';
import { CREDENTIAL_STATUS, credentialState, isUsable } from './credential-status';
import { atStart, PROVIDERS } from '../providers/provider';

interface Props {
  credentials: readonly CredentialFieldsFragment[];
  provider: DirectoryProvider;
}

export function CredentialTable({ credentials, provider }: Props) {
  const now = useNow();
  const mayRevoke = useMay('ADMIN');
  const [revoking, setRevoking] = useState<CredentialFieldsFragment>();
  const revoke = useApiMutation(REVOKE_CREDENTIAL, {
    done: 'The credential is revoked; calls with it are refused from now on.',
    onDone: () => setRevoking(undefined),
    quiet: true,
  });
  const columns: Column<CredentialFieldsFragment>[] = [
    {
      header: 'Credential',
      cell: (row) => (
        <>
          <Named sub={`${CREDENTIAL_TYPE_LABEL[row.type]} · ${row.clientId ?? `ends in ${row.lastFour}`}`}>
            {credentialName(row)}
          </Named>
          <Text size="sm" component="div" hiddenFrom="sm">
            <CredentialStatus credential={row} />
          </Text>
        </>
      ),
    },
    {
      header: 'Status',
      from: 'sm',
      cell: (row) => <CredentialStatus credential={row} />,
    },
    { header: 'Last used', from: 'sm', cell: ({ lastUsedAt }) => <When at={lastUsedAt} /> },
    { header: 'Expires', from: 'md', cell: ({ expiresAt }) => <When at={expiresAt} /> },
    { header: 'Created', from: 'lg', cell: ({ createdAt }) => <When at={createdAt} /> },
    {
      header: 'Actions',
      align: 'end',
      cell: (row) =>
        mayRevoke && isUsable(row, now) ? (
          <Button
            variant="default"
            size="xs"
            onClick={() => setRevoking(row)}
            aria-label={`Revoke ${credentialName(row)}`}
          >
            Revoke
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable label="Credentials" columns={columns} rows={credentials} rowKey={({ id }) => id} />
      <Confirm
        opened={revoking !== undefined}
        title="Revoke this credential?"
        action="Revoke"
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setRevoking(undefined)}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
      >
        {revoking && <RevocationConsequence credential={revoking} credentials={credentials} provider={provider} />}
      </Confirm>
    </>
  );
}

function CredentialStatus({ credential }: { credential: CredentialFieldsFragment }) {
  const { tone, label } = CREDENTIAL_STATUS[credentialState(credential, useNow())];
  return <Status tone={tone}>{label}</Status>;
}

function RevocationConsequence({
  credential,
  credentials,
  provider,
}: Props & { credential: CredentialFieldsFragment }) {
  const source = PROVIDERS[provider].source;
  const now = useNow();
  const others = credentials.filter((other) => other.id !== credential.id && isUsable(other, now));
  return (
    <>
      {credentialName(credential)} was last used: <When at={credential.lastUsedAt} never="never" />.{' '}
      {others.length > 0
        ? `${atStart(source)} goes on with the other credential, if that is the one you gave it. This cannot be undone.`
        : `It is the only one: calls of ${source} fail until you generate another and put it in there. This cannot be undone.`}
    </>
  );
}
