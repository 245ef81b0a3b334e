import { Button, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import type { DirectoryProvider } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { counted } from '../../ui/text/count';
import { PROVIDERS } from '../providers/provider';
import { CANCEL_RUN, type RunDetail } from './reconciliation-queries';
import { isUnderWay } from './run-words';
import { useStartRun } from './use-start-run';

const CAPS = [
  { value: '0.2', label: '20 % of those registered' },
  { value: '0.5', label: '50 % of those registered' },
  { value: '1', label: 'No limit' },
];

/** Buttons: cancel a running reconciliation, or repair what a dry run has found. */
export function RunActions({ run, provider }: { run: RunDetail; provider: DirectoryProvider }) {
  const mayRun = useMay('OPERATOR');
  const [asking, dialog] = useDisclosure();
  const [cap, setCap] = useState('0.2');
  const cancel = useApiMutation(CANCEL_RUN);
  const start = useStartRun();
  if (!mayRun) return null;
  if (isUnderWay(run)) {
    return (
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
        Cancel
      </Button>
    );
  }
  const again = (
    <Button
      variant="default"
      loading={start.isPending}
      onClick={() => start.mutate({ input: { integrationId: run.integrationId, dryRun: true } })}
    >
      New dry run
    </Button>
  );
  if (!run.dryRun && run.status === 'SUCCEEDED') return again;
  return (
    <>
      {again}
      {run.drifted > 0 && <Button onClick={dialog.open}>Apply…</Button>}
      <Confirm
        opened={asking}
        title={`Apply the differences to ${PROVIDERS[provider].target}?`}
        action="Apply"
        busy={start.isPending}
        onClose={dialog.close}
        onConfirm={() =>
          start.mutate({ input: { integrationId: run.integrationId, dryRun: false, maxChangeRatio: Number(cap) } })
        }
      >
        <Stack gap="md">
          <div>
            Both sides are compared afresh, then up to {counted(run.drifted, 'person is', 'people are')} corrected in{' '}
            {PROVIDERS[provider].target}. People who changed since then are compared again. People that Rollcall does
            not know are never touched.
          </div>
          <Select
            label="Stop before changing more than"
            description="Ten people may always be changed."
            data={CAPS}
            value={cap}
            onChange={(value) => value && setCap(value)}
            allowDeselect={false}
            withCheckIcon={false}
          />
        </Stack>
      </Confirm>
    </>
  );
}
