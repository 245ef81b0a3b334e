import { Drawer, Stack } from '@mantine/core';
import type { RequestFieldsFragment } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { Facts } from '../../ui/data/facts';
import { Status } from '../../ui/layout/status';
import { exactTime, inReadersTime } from '../../ui/text/time-format';
import { statusTone } from './http-status';
import { milliseconds } from './request-table';

export function RequestDrawer({
  request,
  onClose,
}: {
  request: RequestFieldsFragment | undefined;
  onClose: () => void;
}) {
  return (
    <Drawer
      opened={request !== undefined}
      onClose={onClose}
      position="right"
      title="SCIM request"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 120 }}
    >
      {request && (
        <Stack gap="md">
          {request.detail && <Callout tone={statusTone(request.status)}>{inReadersTime(request.detail)}</Callout>}
          <Facts
            facts={[
              ['Method', request.method],
              ['Path', <code key="path">{request.path}</code>],
              [
                'Status',
                <Status key="status" tone={statusTone(request.status)}>
                  {request.status}
                </Status>,
              ],
              ['Took', milliseconds(request.durationMs)],
              ['At', exactTime(new Date(request.at))],
              ['In the body', request.body],
              ['Request ID', request.requestId && <code key="id">{request.requestId}</code>],
            ]}
          />
        </Stack>
      )}
    </Drawer>
  );
}
