import { Stack, Text } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import { CHECK_INTEGRATION } from '../integrations/integration-queries';
import { ScimForm } from '../scim-registration/scim-form';
import { ScimTest } from '../scim-registration/scim-test';
import type { StepProps } from './setup-steps';
import { Side } from './side';

/** The step for the registration attribute of a Generic SCIM integration, where write-back is optional. */
export function ScimAttributeStep({ integration }: StepProps) {
  const { id, scimRegistration } = integration;
  const test = useApiMutation(CHECK_INTEGRATION);
  return (
    <Stack gap="lg">
      <Side at="rollcall" title="3. Configure the registration attribute if a server should receive it">
        <Text size="sm" c="dimmed" mb="md">
          Rollcall can write to a SCIM 2.0 server who has a passkey, as true or false in an attribute of the user. The
          server needs a schema extension with a boolean attribute. Without one, finish here.
        </Text>
        <ScimForm
          integration={integration}
          submitLabel="Save and test connection"
          onSaved={() => test.mutate({ id })}
        />
      </Side>
      {scimRegistration && <ScimTest integration={integration} />}
    </Stack>
  );
}
