import { Button, Paper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useApiQuery } from '../../api/use-api-query';
import { useMay } from '../../session/viewer';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { AddWebhookModal } from './add-webhook-modal';
import { WEBHOOKS } from './webhook-queries';
import { WebhookTable } from './webhook-table';

export function WebhooksPage() {
  const query = useApiQuery(WEBHOOKS, {});
  const mayAdd = useMay('ADMIN');
  const [adding, modal] = useDisclosure();
  const add = mayAdd && (
    <Button onClick={modal.open} leftSection={<IconPlus size={16} />}>
      Add webhook
    </Button>
  );
  return (
    <Page
      title="Webhooks"
      lead="Your other systems receive what happens here in signed messages (Standard Webhooks)."
      actions={add}
    >
      <Paper>
        <Loaded query={query}>
          {({ webhookEndpoints }) =>
            webhookEndpoints.length > 0 ? (
              <WebhookTable webhooks={webhookEndpoints} />
            ) : (
              <Notice icon={IconWebhook} title="No webhooks yet" action={add}>
                {mayAdd
                  ? 'Add the https address of a chat, a ticket system or a job of your own: it is notified when a person is registered, drift is found or writing stops.'
                  : 'An administrator can add an address here.'}
              </Notice>
            )
          }
        </Loaded>
      </Paper>
      <AddWebhookModal opened={adding} onClose={modal.close} />
    </Page>
  );
}
