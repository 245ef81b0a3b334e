import { Button, Group, Stack } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import { Callout } from '../../ui/layout/callout';
import { isAttributeMissing, oktaChecks } from '../integrations/current-checks';
import { HealthChecks } from '../integrations/health-checks';
import { CHECK_INTEGRATION } from '../integrations/integration-queries';
import { SyncForm } from '../okta-registration/sync-form';
import { CREATE_ATTRIBUTE } from '../integrations/sync-queries';
import { Instructions, Label } from '../../ui/layout/instructions';
import type { StepProps } from './setup-steps';
import { Side } from './side';

export function AttributeStep({ integration }: StepProps) {
  const { id, registrationSync: sync } = integration;
  const test = useApiMutation(CHECK_INTEGRATION);
  const create = useApiMutation(CREATE_ATTRIBUTE, { done: 'The attribute is in Okta’s user profile now.' });
  const checks = oktaChecks(integration);
  const allWell = checks.length > 0 && checks.every(({ status }) => status === 'OK' || status === 'UNKNOWN');
  return (
    <>
      <Side at="okta" title="Make an API token">
        <Instructions>
          <li>
            Open <Label>Security &gt; API</Label>, tab <Label>Tokens</Label>, and press <Label>Create token</Label>. Use
            an administrator account made for this: the token has its rights, and dies with it.
          </li>
          <li>
            Under <Label>API calls made with this token must originate from</Label> choose <Label>Any IP</Label>, or the
            addresses of this server. Press <Label>Create token</Label> and copy the <Label>Token Value</Label>.
          </li>
        </Instructions>
      </Side>
      <Side at="rollcall" title="2. Configure registration attribute for users in Okta">
        <SyncForm
          integration={integration}
          submitLabel="Save and test connection"
          onSaved={() => test.mutate({ id })}
        />
      </Side>
      {sync && (
        <Side at="rollcall" title="Test connection">
          <Stack gap="md">
            {allWell && (
              <Callout tone="ok">
                Rollcall can write {sync.attribute} in {sync.oktaDomain}.
              </Callout>
            )}
            <HealthChecks checks={checks} />
            <Group gap="xs">
              {isAttributeMissing(integration) && (
                <Button loading={create.isPending} onClick={() => create.mutate({ integrationId: id })}>
                  Create attribute in Okta
                </Button>
              )}
              <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ id })}>
                Test connection
              </Button>
            </Group>
          </Stack>
        </Side>
      )}
    </>
  );
}
