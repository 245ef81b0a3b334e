import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFingerprint, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import type { AdminPasskeysQuery } from '../../gql/graphql';
import { PASSKEYS_WORK } from '../../session/passkey-ceremonies';
import { Confirm } from '../../ui/forms/confirm';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Loaded } from '../../ui/layout/loaded';
import { Named } from '../../ui/data/named';
import { Notice } from '../../ui/layout/notice';
import { Section } from '../../ui/layout/section';
import { When } from '../../ui/text/when';
import { ADMIN_PASSKEYS, REMOVE_ADMIN_PASSKEY } from './account-queries';
import { AddPasskeyModal } from './add-passkey-modal';

type Passkey = AdminPasskeysQuery['adminPasskeys']['nodes'][number];

export function MyPasskeysSection() {
  const query = useApiQuery(ADMIN_PASSKEYS, {});
  const [adding, modal] = useDisclosure();
  const [removing, setRemoving] = useState<Passkey>();
  const remove = useApiMutation(REMOVE_ADMIN_PASSKEY, {
    done: 'The passkey is removed.',
    onDone: () => setRemoving(undefined),
    quiet: true,
  });
  const add = PASSKEYS_WORK && (
    <Button onClick={modal.open} leftSection={<IconPlus size={16} />}>
      Add a passkey
    </Button>
  );
  const columns: Column<Passkey>[] = [
    { header: 'Passkey', cell: ({ name }) => <Named>{name}</Named> },
    { header: 'Added', from: 'sm', cell: ({ createdAt }) => <When at={createdAt} /> },
    { header: 'Last used', cell: ({ lastUsedAt }) => <When at={lastUsedAt} /> },
    {
      header: 'Actions',
      align: 'end',
      cell: (passkey) => (
        <Button variant="default" size="xs" onClick={() => setRemoving(passkey)} aria-label={`Remove ${passkey.name}`}>
          Remove
        </Button>
      ),
    },
  ];
  return (
    <Section
      title="Passkeys"
      lead="Sign in to this console without a token. They end with the admin token that you signed in with."
      actions={query.data && query.data.adminPasskeys.nodes.length > 0 && add}
      flush
    >
      <Loaded query={query}>
        {({ adminPasskeys: { nodes } }) =>
          nodes.length > 0 ? (
            <DataTable label="Your passkeys" columns={columns} rows={nodes} rowKey={({ id }) => id} />
          ) : (
            <Notice icon={IconFingerprint} title="No passkey yet" action={add}>
              {PASSKEYS_WORK
                ? 'Add one, and sign in with your fingerprint, face or screen lock instead of a token.'
                : 'Passkeys need https: open the console at its public address to add one.'}
            </Notice>
          )
        }
      </Loaded>
      <AddPasskeyModal opened={adding} onClose={modal.close} />
      <Confirm
        opened={removing !== undefined}
        title={`Remove ${removing?.name ?? 'this passkey'}?`}
        action="Remove"
        busy={remove.isPending}
        error={remove.error}
        onClose={() => setRemoving(undefined)}
        onConfirm={() => removing && remove.mutate({ id: removing.id })}
      >
        It can no longer be used to sign in. Sessions that were started with it end, except this one. Your device may go
        on offering it until you delete it there too.
      </Confirm>
    </Section>
  );
}
