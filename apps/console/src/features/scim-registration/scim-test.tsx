import { Button } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Section } from '../../ui/layout/section';
import { targetChecks } from '../integrations/current-checks';
import { HealthChecks } from '../integrations/health-checks';
import { CHECK_INTEGRATION } from '../integrations/integration-queries';

/** Tests whether the SCIM server answers, accepts the credentials, supports PATCH and has the attribute. */
export function ScimTest({ integration }: { integration: IntegrationFieldsFragment }) {
  const { id, scimRegistration } = integration;
  const mayTest = useMay('OPERATOR');
  const test = useApiMutation(CHECK_INTEGRATION);
  return (
    <Section
      title="Connection to the SCIM server"
      lead={`${scimRegistration?.baseUrl ?? ''}: credentials, abilities and the attribute.`}
      actions={
        mayTest && (
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ id })}>
            Test connection
          </Button>
        )
      }
    >
      <HealthChecks checks={targetChecks(integration)} />
    </Section>
  );
}
