import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/layout/callout';
import { counted } from '../../ui/text/count';
import { RETRY_REGISTRATIONS } from './integration-queries';
import { atStart, PROVIDERS } from '../providers/provider';
import { RESUME_SYNC } from './sync-queries';

interface Props {
  integration: IntegrationFieldsFragment;
  /** True on the page on which an administrator can lift the pause. The alert then has no link to that page. */
  here?: boolean;
}

/** Why the write-back is paused, and what to do. */
export function WriteBackAlert({ integration: { id, provider, registrationSync: sync }, here = false }: Props) {
  const mayRetry = useMay('OPERATOR');
  const mayConfigure = useMay('ADMIN');
  const retry = useApiMutation(RETRY_REGISTRATIONS, {
    done: ({ retryRegistrations }) => `${counted(retryRegistrations, 'person', 'people')} queued to be written again.`,
  });
  const resume = useApiMutation(RESUME_SYNC, { done: `Writing to ${PROVIDERS[provider].target} goes on.` });
  if (!sync?.enabled) return null;
  if (sync.pausedReason) {
    return (
      <Callout
        tone="bad"
        icon={IconPlayerPause}
        title={`Writing to ${PROVIDERS[provider].target} is paused`}
        actions={
          <>
            {mayRetry && (
              <Button
                variant="default"
                size="xs"
                loading={resume.isPending}
                onClick={() => resume.mutate({ integrationId: id })}
              >
                Resume
              </Button>
            )}
            {mayConfigure && !here && (
              <Button component={Link} to={`/directory/integrations/${id}/registration`} variant="default" size="xs">
                Open registration attribute
              </Button>
            )}
          </>
        }
      >
        {ended(sync.pausedReason)} Nothing is lost: {counted(sync.pendingCount, 'change waits', 'changes wait')} until
        it goes on.
      </Callout>
    );
  }
  if (sync.parkedCount === 0) return null;
  return (
    <Callout
      tone="warn"
      title={`${counted(sync.parkedCount, 'person', 'people')} parked`}
      actions={
        <>
          <Button
            component={Link}
            to={`/directory/identities?integration=${id}&registration=PARKED`}
            variant="default"
            size="xs"
          >
            Show them
          </Button>
          {mayRetry && (
            <Button
              variant="default"
              size="xs"
              loading={retry.isPending}
              onClick={() => retry.mutate({ integrationId: id })}
            >
              Retry all
            </Button>
          )}
        </>
      }
    >
      {atStart(PROVIDERS[provider].target)} refused these writes for a reason that needs an administrator. Each person’s
      page says why.
    </Callout>
  );
}

/** Adds a period to the reason, because administrators usually type none. */
function ended(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
