import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/layout/callout';
import { counted } from '../../ui/text/count';
import { APPROVE_HELD, DISCARD_HELD } from './integration-queries';
import { atStart, PROVIDERS } from '../providers/provider';

/** Directory changes that the safety cap holds, and the buttons to decide about them. */
export function HeldAlert({ integration }: { integration: IntegrationFieldsFragment }) {
  const { id, provider, registrationSync: sync } = integration;
  const mayDecide = useMay('OPERATOR');
  const approve = useApiMutation(APPROVE_HELD, {
    done: ({ approveHeldRegistrations: people }) => `${counted(people, 'change', 'changes')} approved.`,
  });
  const discard = useApiMutation(DISCARD_HELD, {
    done: ({ discardHeldRegistrations: people }) => `${counted(people, 'change', 'changes')} discarded.`,
  });
  if (!sync?.heldCount) return null;
  return (
    <Callout
      tone="warn"
      title={`${counted(sync.heldCount, 'change', 'changes')} of the directory held`}
      actions={
        <>
          <Button
            component={Link}
            to={`/directory/identities?integration=${id}&registration=HELD`}
            variant="default"
            size="xs"
          >
            Show people
          </Button>
          {mayDecide && (
            <>
              <Button
                variant="default"
                size="xs"
                loading={approve.isPending}
                onClick={() => approve.mutate({ integrationId: id })}
              >
                Approve
              </Button>
              <Button
                variant="default"
                size="xs"
                loading={discard.isPending}
                onClick={() => discard.mutate({ integrationId: id })}
              >
                Discard
              </Button>
            </>
          )}
        </>
      }
    >
      The directory deactivated or deleted more people within an hour than the safety cap allows.{' '}
      {atStart(PROVIDERS[provider].target)} keeps its values until you decide.
    </Callout>
  );
}
