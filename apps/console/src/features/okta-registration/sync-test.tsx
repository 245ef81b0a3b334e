import { Button } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Section } from '../../ui/layout/section';
import { isAttributeMissing, oktaChecks } from '../integrations/current-checks';
import { HealthChecks } from '../integrations/health-checks';
import { CHECK_INTEGRATION } from '../integrations/integration-queries';
import { CREATE_ATTRIBUTE } from '../integrations/sync-queries';

/** Tests the connection, and offers to create a missing attribute in Okta. */
export function SyncTest({ integration }: { integration: IntegrationFieldsFragment }) {
  const { id, registrationSync } = integration;
  const mayTest = useMay('OPERATOR');
  const mayCreate = useMay('ADMIN');
  const test = useApiMutation(CHECK_INTEGRATION);
  const create = useApiMutation(CREATE_ATTRIBUTE, { done: 'The attribute is in Okta’s user profile now.' });
  const missing = isAttributeMissing(integration);
  return (
    <Section
      title="Connection to Okta"
      lead={`${registrationSync?.oktaDomain ?? 'Okta'}: token, permissions and the attribute.`}
      actions={
        <>
          {missing && mayCreate && (
            <Button loading={create.isPending} onClick={() => create.mutate({ integrationId: id })}>
              Create attribute in Okta
            </Button>
          )}
          {mayTest && (
            <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ id })}>
              Test connection
            </Button>
          )}
        </>
      }
    >
      <HealthChecks checks={oktaChecks(integration)} />
    </Section>
  );
}
