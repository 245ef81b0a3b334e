import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { DirectoryProvider } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Named } from '../../ui/data/named';
import { Notice } from '../../ui/layout/notice';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { PROVIDERS } from '../providers/provider';
import { REVOKE_PASSKEY, type IdentityDetail } from './identity-queries';

type Passkey = IdentityDetail['passkeys'][number];

const nameOf = ({ deviceName }: Passkey) => deviceName ?? 'Passkey';

interface Props {
  identity: IdentityDetail;
  provider: DirectoryProvider;
}

export function PasskeySection({ identity: { passkeys }, provider }: Props) {
  const mayRevoke = useMay('OPERATOR');
  const [revoking, setRevoking] = useState<Passkey>();
  const revoke = useApiMutation(REVOKE_PASSKEY, {
    done: 'The passkey is revoked.',
    onDone: () => setRevoking(undefined),
    quiet: true,
  });
  const alive = passkeys.filter(({ revokedAt }) => !revokedAt);
  const columns: Column<Passkey>[] = [
    { header: 'Passkey', cell: (passkey) => <Named>{nameOf(passkey)}</Named> },
    {
      header: 'Status',
      cell: ({ revokedAt }) => (revokedAt ? <Status tone="idle">Revoked</Status> : <Status tone="ok">Active</Status>),
    },
    { header: 'Bound', from: 'sm', cell: ({ createdAt }) => <When at={createdAt} /> },
    { header: 'Revoked', from: 'md', cell: ({ revokedAt }) => <When at={revokedAt} never="–" /> },
    {
      header: 'Actions',
      align: 'end',
      cell: (passkey) =>
        mayRevoke && !passkey.revokedAt ? (
          <Button
            variant="default"
            size="xs"
            onClick={() => setRevoking(passkey)}
            aria-label={`Revoke ${nameOf(passkey)}`}
          >
            Revoke
          </Button>
        ) : null,
    },
  ];
  return (
    <Section title="Passkeys" flush>
      {passkeys.length > 0 ? (
        <DataTable label="Passkeys" columns={columns} rows={passkeys} rowKey={({ id }) => id} />
      ) : (
        <Notice icon={IconFingerprint} title="No passkey yet">
          Send an enrollment link. The person opens it and binds a passkey.
        </Notice>
      )}
      <Confirm
        opened={revoking !== undefined}
        title="Revoke this passkey?"
        action="Revoke"
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setRevoking(undefined)}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
      >
        {alive.length > 1
          ? 'The person keeps another passkey, and stays registered.'
          : `It is the person’s last passkey: ${PROVIDERS[provider].target} is updated at once. Until they enroll again, they need another way to sign in.`}
      </Confirm>
    </Section>
  );
}
