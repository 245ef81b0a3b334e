import { Button, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { PROVIDERS } from '../providers/provider';
import { PAUSE_SYNC } from './sync-queries';

/** Pauses the write-back by hand, with a reason that other administrators see. */
export function PauseButton({
  integration: { id, provider, registrationSync: sync },
}: {
  integration: IntegrationFieldsFragment;
}) {
  const mayPause = useMay('OPERATOR');
  const [asking, dialog] = useDisclosure();
  const [reason, setReason] = useState('');
  const pause = useApiMutation(PAUSE_SYNC, {
    done: `Nothing is written to ${PROVIDERS[provider].target} now.`,
    onDone: dialog.close,
    quiet: true,
  });
  if (!mayPause || !sync?.enabled || sync.pausedReason) return null;
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Pause…
      </Button>
      <Confirm
        opened={asking}
        title={`Pause writing to ${PROVIDERS[provider].target}?`}
        action="Pause"
        busy={pause.isPending}
        error={pause.error}
        onClose={dialog.close}
        onConfirm={() => pause.mutate({ integrationId: id, reason: reason.trim() || null })}
      >
        <Stack gap="md">
          <div>
            Changes are remembered, and written when you resume. People go on signing in as the other side has them now.
          </div>
          <TextInput
            data-autofocus
            label="Reason"
            description="Visible to all administrators. Optional."
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </Confirm>
    </>
  );
}
