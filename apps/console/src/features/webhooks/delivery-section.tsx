import { IconMailForward } from '@tabler/icons-react';
import type { WebhookQuery } from '../../gql/graphql';
import { Notice } from '../../ui/layout/notice';
import { Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import type { ListParams } from '../../ui/data/use-list-params';
import { DeliveryTable } from './delivery-table';

interface Props {
  deliveries: NonNullable<WebhookQuery['webhookEndpoint']>['deliveries'];
  params: ListParams;
  stale: boolean;
}

export function DeliverySection({ deliveries: { nodes, totalCount, pageInfo }, params, stale }: Props) {
  return (
    <Section
      title="Messages"
      lead="Newest first, kept for 90 days. A message is tried for about a day, until the receiver answers 2xx."
      flush
    >
      {nodes.length > 0 ? (
        <>
          <DeliveryTable deliveries={nodes} stale={stale} />
          <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
        </>
      ) : (
        <Notice icon={IconMailForward} title="No message yet">
          Press Send test to see whether the receiver answers.
        </Notice>
      )}
    </Section>
  );
}
