import type { WebhooksQuery } from '../../gql/graphql';
import { Breakable } from '../../ui/data/breakable';
import { type Column, DataTable } from '../../ui/data/data-table';
import { RowLink } from '../../ui/data/row-link';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { DELIVERY_STATUS, WEBHOOK_EVENT } from './webhook-words';

type Webhook = WebhooksQuery['webhookEndpoints'][number];

const columns: readonly Column<Webhook>[] = [
  {
    header: 'Address',
    cell: ({ id, url, events }) => (
      <RowLink to={`/webhooks/${id}`} sub={events.map((event) => WEBHOOK_EVENT[event].label).join(' · ')}>
        <Breakable>{url}</Breakable>
      </RowLink>
    ),
  },
  {
    header: 'Status',
    width: '9rem',
    cell: ({ disabledAt }) => <Status tone={disabledAt ? 'idle' : 'ok'}>{disabledAt ? 'Paused' : 'Active'}</Status>,
  },
  {
    header: 'Last message',
    from: 'sm',
    width: '13rem',
    cell: ({ deliveries: { nodes } }) => {
      const [last] = nodes;
      if (!last) return 'None yet';
      const { tone, label } = DELIVERY_STATUS[last.status];
      return (
        <Status tone={tone}>
          {label} <When at={last.deliveredAt ?? last.lastAttemptAt ?? last.createdAt} />
        </Status>
      );
    },
  },
];

export function WebhookTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  return <DataTable label="Webhooks" columns={columns} rows={webhooks} rowKey={({ id }) => id} />;
}
