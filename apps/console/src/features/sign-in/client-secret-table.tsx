import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { SignInFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { REVOKE_SIGN_IN_SECRET } from './sign-in-queries';

type Secret = SignInFieldsFragment['clientSecrets'][number];

const IN_OKTA: Record<string, string> = { true: 'Yes', false: 'No', null: 'Not known' };

export function ClientSecretTable({ secrets }: { secrets: readonly Secret[] }) {
  const mayRevoke = useMay('ADMIN');
  const [asked, setAsked] = useState<Secret>();
  const revoke = useApiMutation(REVOKE_SIGN_IN_SECRET, {
    done: 'The client secret is revoked.',
    onDone: () => setAsked(undefined),
    quiet: true,
  });
  const valid = secrets.filter(({ revokedAt }) => !revokedAt);
  const columns: Column<Secret>[] = [
    { header: 'Client secret', cell: ({ lastFour }) => <code>…{lastFour}</code> },
    {
      header: 'In Okta',
      from: 'sm',
      cell: ({ heldByOkta, revokedAt }) => (revokedAt ? '' : IN_OKTA[String(heldByOkta)]),
    },
    {
      header: 'Status',
      cell: ({ revokedAt }) => <Status tone={revokedAt ? 'idle' : 'ok'}>{revokedAt ? 'Revoked' : 'Valid'}</Status>,
    },
    { header: 'Made', from: 'sm', cell: ({ createdAt }) => <When at={createdAt} /> },
    {
      header: 'Actions',
      align: 'end',
      cell: (secret) =>
        mayRevoke &&
        !secret.revokedAt &&
        valid.length > 1 && (
          <Button
            variant="subtle"
            color="red.8"
            size="compact-sm"
            aria-label={`Revoke the client secret that ends in ${secret.lastFour}`}
            onClick={() => setAsked(secret)}
          >
            Revoke…
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable label="Client secrets" columns={columns} rows={secrets} rowKey={({ id }) => id} />
      <Confirm
        opened={asked !== undefined}
        title="Revoke this client secret?"
        action="Revoke"
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setAsked(undefined)}
        onConfirm={() => asked && revoke.mutate({ id: asked.id, force: asked.heldByOkta !== false })}
      >
        {asked && consequenceOf(asked)}
      </Confirm>
    </>
  );
}

function consequenceOf({ heldByOkta, lastFour }: Secret): string {
  if (heldByOkta === false) return 'Okta has another client secret. A client that still uses this one cannot sign in.';
  if (heldByOkta) return 'Okta uses this client secret. Without it no one can sign in until Okta has another one.';
  return `Rollcall cannot see which client secret Okta holds. If it is the one that ends in ${lastFour}, no one can sign in until Okta has another one.`;
}
