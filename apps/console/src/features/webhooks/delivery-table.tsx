import { Button, Text } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { DeliveryFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Named } from '../../ui/data/named';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { RETRY_DELIVERY } from './webhook-queries';
import { DELIVERY_STATUS, WEBHOOK_EVENT } from './webhook-words';

export function DeliveryTable({
  deliveries,
  stale,
}: {
  deliveries: readonly DeliveryFieldsFragment[];
  stale: boolean;
}) {
  const mayRetry = useMay('OPERATOR');
  const retry = useApiMutation(RETRY_DELIVERY, { done: 'Sent again.' });
  const columns: Column<DeliveryFieldsFragment>[] = [
    {
      header: 'Message',
      width: '36%',
      cell: (delivery) => (
        <>
          <Named sub={<When at={delivery.createdAt} />}>
            <span title={WEBHOOK_EVENT[delivery.event].type}>{WEBHOOK_EVENT[delivery.event].label}</span>
          </Named>
          <Text size="sm" component="div" hiddenFrom="sm">
            <DeliveryState delivery={delivery} />
          </Text>
        </>
      ),
    },
    { header: 'Status', from: 'sm', cell: (delivery) => <DeliveryState delivery={delivery} /> },
    { header: 'Attempts', from: 'sm', align: 'end', width: '6rem', cell: ({ attempts }) => attempts },
    {
      header: 'Actions',
      align: 'end',
      width: '7rem',
      cell: ({ id, status, event }) =>
        mayRetry && (status === 'RETRYING' || status === 'FAILED') ? (
          <Button
            variant="default"
            size="xs"
            loading={retry.isPending && retry.variables.id === id}
            onClick={() => retry.mutate({ id })}
            aria-label={`Retry ${WEBHOOK_EVENT[event].label}`}
          >
            Retry
          </Button>
        ) : null,
    },
  ];
  return <DataTable label="Messages" columns={columns} rows={deliveries} rowKey={({ id }) => id} stale={stale} />;
}

function DeliveryState({ delivery }: { delivery: DeliveryFieldsFragment }) {
  const { tone, label } = DELIVERY_STATUS[delivery.status];
  return (
    <>
      <Status tone={tone}>
        {label}
        {delivery.lastStatus ? ` · ${delivery.lastStatus}` : ''}
      </Status>
      <DeliveryDetail delivery={delivery} />
    </>
  );
}

function DeliveryDetail({ delivery: { lastError, status, nextAttemptAt } }: { delivery: DeliveryFieldsFragment }) {
  if (!lastError || status === 'DELIVERED') return null;
  return (
    <Text size="sm" c="dimmed" component="div">
      {lastError}
      {status === 'RETRYING' && (
        <>
          {' '}
          · again <When at={nextAttemptAt} />
        </>
      )}
    </Text>
  );
}
