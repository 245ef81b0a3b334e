import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { counted } from '../../ui/count';
import { RETRY_REGISTRATIONS } from './integration-queries';

/** Why writes to Okta stand still, and what to do. */
export function WriteBackAlert({ integration: { id, registrationSync: sync } }: { integration: IntegrationFieldsFragment }) {
  const mayRetry = useMay('OPERATOR');
  const mayConfigure = useMay('ADMIN');
  const retry = useApiMutation(RETRY_REGISTRATIONS, {
    done: ({ retryRegistrations }) => `${counted(retryRegistrations, 'person', 'people')} queued to be written again.`,
  });
  if (!sync?.enabled) return null;
  if (sync.pausedReason) {
    return (
      <Alert color="red" icon={<IconPlayerPause size={18} />} title="Writing to Okta is paused">
        <p style={{ margin: '0 0 10px' }}>
          {sync.pausedReason} Nothing is lost: {counted(sync.pendingCount, 'change waits', 'changes wait')} until it goes on.
        </p>
        {mayConfigure && (
          <Button component={Link} to={`/directory/integrations/${id}/registration`} variant="default" size="xs">
            Open registration attribute
          </Button>
        )}
      </Alert>
    );
  }
  if (sync.parkedCount === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={`${counted(sync.parkedCount, 'person', 'people')} parked`}>
      <p style={{ margin: '0 0 10px' }}>Okta refused these writes for a reason that waiting will not mend. Each person’s page says why.</p>
      <Group gap="xs">
        <Button component={Link} to={`/directory/identities?integration=${id}&registration=PARKED`} variant="default" size="xs">
          Show them
        </Button>
        {mayRetry && (
          <Button variant="default" size="xs" loading={retry.isPending} onClick={() => retry.mutate({ integrationId: id })}>
            Retry all
          </Button>
        )}
      </Group>
    </Alert>
  );
}
