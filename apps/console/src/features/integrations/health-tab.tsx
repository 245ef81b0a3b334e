import { Button, Stack } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Figures } from '../../ui/data/figures';
import { Section } from '../../ui/layout/section';
import { When } from '../../ui/text/when';
import { currentChecks } from './current-checks';
import { PROVIDERS } from '../providers/provider';
import { HeldAlert } from './held-alert';
import { HealthChecks } from './health-checks';
import { CHECK_INTEGRATION } from './integration-queries';
import { useFreshChecks } from './use-fresh-checks';
import { WriteBackAlert } from './write-back-alert';

export function HealthTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const { id, provider, identityCount, groupCount, registrationSync: sync, lastScimRequestAt } = integration;
  const check = useApiMutation(CHECK_INTEGRATION);
  const mayCheck = useMay('OPERATOR');
  useFreshChecks([integration]);
  const people = `/directory/identities?integration=${id}`;
  return (
    <Stack gap="lg">
      <WriteBackAlert integration={integration} />
      <HeldAlert integration={integration} />
      <Figures
        figures={[
          { label: 'People', value: identityCount, to: people },
          { label: 'Groups', value: groupCount, to: `/directory/groups?integration=${id}` },
          ...(sync
            ? [
                {
                  label: `Registered in ${PROVIDERS[provider].target}`,
                  value: sync.registeredCount,
                  to: `${people}&enrollment=ENROLLED`,
                },
                { label: 'Waiting to be written', value: sync.pendingCount, to: `${people}&registration=PENDING` },
                { label: 'Parked', value: sync.parkedCount, to: `${people}&registration=PARKED` },
              ]
            : []),
        ]}
      />
      <Section
        title="Health"
        lead={
          <>
            Last SCIM call: <When at={lastScimRequestAt} never="none yet" />
            {sync && (
              <>
                {sync.estimatedCompletionAt && (
                  <>
                    {' · '}Waiting changes written <When at={sync.estimatedCompletionAt} />
                  </>
                )}
                {' · '}Last write to {PROVIDERS[provider].target}: <When at={sync.lastWriteAt} never="none yet" />
              </>
            )}
          </>
        }
        actions={
          mayCheck && (
            <Button variant="default" loading={check.isPending} onClick={() => check.mutate({ id })}>
              Check now
            </Button>
          )
        }
      >
        <HealthChecks checks={currentChecks(integration)} />
      </Section>
    </Stack>
  );
}
