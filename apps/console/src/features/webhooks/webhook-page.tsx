import { Paper, Stack } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { Callout } from '../../ui/layout/callout';
import { Facts } from '../../ui/data/facts';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { PAGE_SIZE } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { useListParams } from '../../ui/data/use-list-params';
import { When } from '../../ui/text/when';
import { DeliverySection } from './delivery-section';
import { WEBHOOK } from './webhook-queries';
import { WEBHOOK_EVENT } from './webhook-words';
import { WebhookActions } from './webhook-actions';

const BACK = { to: '/webhooks', label: 'Webhooks' };

export function WebhookPage() {
  const { webhookId = '' } = useParams();
  const params = useListParams();
  const query = useApiQuery(WEBHOOK, { id: webhookId, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const webhook = query.data?.webhookEndpoint;
  if (!webhook) {
    return (
      <Page title="Webhook" back={BACK}>
        <Paper>
          <Loaded query={query}>
            {() => (
              <Notice icon={IconMapPinQuestion} title="This webhook does not exist">
                It may have been deleted. The audit log shows who deleted it.
              </Notice>
            )}
          </Loaded>
        </Paper>
      </Page>
    );
  }
  return (
    <Page
      title={new URL(webhook.url).host}
      lead={webhook.url}
      back={BACK}
      actions={<WebhookActions webhook={webhook} />}
    >
      <Stack gap="lg">
        {webhook.disabledAt && (
          <Callout tone="warn" title="Nothing is sent">
            {webhook.disabledReason}, <When at={webhook.disabledAt} />. Events in the meantime are not sent; messages
            that were waiting are kept, and go out when you resume.
          </Callout>
        )}
        <DeliverySection deliveries={webhook.deliveries} params={params} stale={query.isPlaceholderData} />
        <Section title="Settings">
          <Facts
            facts={[
              ['URL', webhook.url],
              ['Events', webhook.events.map((event) => WEBHOOK_EVENT[event].label).join(', ')],
              ['Added', <When key="added" at={webhook.createdAt} />],
            ]}
          />
        </Section>
      </Stack>
    </Page>
  );
}
