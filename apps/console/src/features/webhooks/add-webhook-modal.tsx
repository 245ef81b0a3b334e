import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useLeaveGuard } from '../../ui/forms/use-leave-guard';
import { WebhookForm } from './webhook-form';
import { CREATE_WEBHOOK } from './webhook-queries';
import { WebhookSecret } from './webhook-secret';

const LEAVING = 'You have not copied the signing secret, and it cannot be viewed again.';

/** Asks for the address and the events, then shows the secret once. */
export function AddWebhookModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const create = useApiMutation(CREATE_WEBHOOK, { quiet: true });
  const created = create.data?.createWebhookEndpoint;
  const unsaved = created !== undefined && !copied;
  useLeaveGuard(unsaved, `${LEAVING} Leave anyway?`);

  const close = () => {
    if (unsaved && !window.confirm(`${LEAVING} Close anyway?`)) return;
    create.reset();
    setCopied(false);
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created ? 'Webhook added' : 'Add webhook'}
      size="lg"
      closeOnClickOutside={!unsaved}
    >
      {created ? (
        <WebhookSecret
          secret={created.secret}
          webhookId={created.endpoint.id}
          onCopied={() => setCopied(true)}
          onDone={close}
        />
      ) : (
        <WebhookForm
          error={create.error}
          busy={create.isPending}
          onCancel={close}
          onSubmit={(input) => create.mutate({ input })}
        />
      )}
    </Modal>
  );
}
