import { Anchor, Text } from '@mantine/core';
import type { RequestFieldsFragment } from '../../gql/graphql';
import { Breakable } from '../../ui/data/breakable';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { inReadersTime } from '../../ui/text/time-format';
import { statusTone } from './http-status';

interface Props {
  requests: readonly RequestFieldsFragment[];
  stale: boolean;
  onShow: (request: RequestFieldsFragment) => void;
}

export function RequestTable({ requests, stale, onShow }: Props) {
  const columns: Column<RequestFieldsFragment>[] = [
    {
      header: 'Request',
      cell: (request) => (
        <>
          <Anchor
            component="button"
            type="button"
            size="sm"
            fw={550}
            c="inherit"
            ta="start"
            onClick={() => onShow(request)}
          >
            <Breakable>{`${request.method} ${request.path}`}</Breakable>
          </Anchor>
          {request.detail && (
            <Text size="sm" c="dimmed" component="div">
              {inReadersTime(request.detail)}
            </Text>
          )}
        </>
      ),
    },
    { header: 'Status', width: '6rem', cell: ({ status }) => <Status tone={statusTone(status)}>{status}</Status> },
    { header: 'Took', align: 'end', from: 'sm', width: '6rem', cell: ({ durationMs }) => milliseconds(durationMs) },
    { header: 'When', from: 'sm', width: '9.5rem', cell: ({ at }) => <When at={at} /> },
  ];
  return <DataTable label="SCIM requests" columns={columns} rows={requests} rowKey={({ id }) => id} stale={stale} />;
}

export function milliseconds(duration: number): string {
  return `${duration < 10 ? duration.toFixed(1) : Math.round(duration)} ms`;
}
