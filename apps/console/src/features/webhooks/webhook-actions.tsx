import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import type { WebhookFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { DELETE_WEBHOOK, PAUSE_WEBHOOK, RESUME_WEBHOOK, TEST_WEBHOOK } from './webhook-queries';

export function WebhookActions({ webhook: { id, url, disabledAt } }: { webhook: WebhookFieldsFragment }) {
  const mayTest = useMay('OPERATOR');
  const mayChange = useMay('ADMIN');
  const navigate = useNavigate();
  const [asking, dialog] = useDisclosure();
  const test = useApiMutation(TEST_WEBHOOK, { done: 'A test message is on its way.' });
  const pause = useApiMutation(PAUSE_WEBHOOK, { done: 'Nothing is sent now.' });
  const resume = useApiMutation(RESUME_WEBHOOK, { done: 'Messages are sent again.' });
  const remove = useApiMutation(DELETE_WEBHOOK, {
    done: 'The webhook is deleted.',
    onDone: () => void navigate('/webhooks'),
    quiet: true,
  });
  return (
    <>
      {mayTest && !disabledAt && (
        <Button loading={test.isPending} onClick={() => test.mutate({ id })}>
          Send test
        </Button>
      )}
      {mayChange &&
        (disabledAt ? (
          <Button loading={resume.isPending} onClick={() => resume.mutate({ id })}>
            Resume
          </Button>
        ) : (
          <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({ id })}>
            Pause
          </Button>
        ))}
      {mayChange && (
        <Button variant="default" onClick={dialog.open}>
          Delete…
        </Button>
      )}
      <Confirm
        opened={asking}
        title="Delete this webhook?"
        action="Delete"
        busy={remove.isPending}
        error={remove.error}
        onClose={dialog.close}
        onConfirm={() => remove.mutate({ id })}
      >
        Nothing more is sent to {url}, and its messages are deleted, also those that wait. This cannot be undone.
      </Confirm>
    </>
  );
}
