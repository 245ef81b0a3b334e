import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Callout } from '../../ui/layout/callout';
import { useNow } from '../../ui/text/use-now';
import { When } from '../../ui/text/when';
import { credentialName } from '../credentials/credential-name';
import { isUsable } from '../credentials/credential-status';
import { GenerateCredentials } from '../credentials/generate-credentials';
import { atStart, PROVIDERS } from '../providers/provider';
import { numberOf, type StepProps } from './setup-steps';
import { Side } from './side';

export function CredentialsStep({ integration }: StepProps) {
  const now = useNow();
  const [alive] = integration.credentials.filter((credential) => isUsable(credential, now));
  // Decided once, when the step opens. If it were decided on each render, a new token would be hidden as soon as it is
  // generated.
  const [another, setAnother] = useState(alive === undefined);
  return (
    <Side at="rollcall" title="1. Generate Credentials">
      {alive && !another ? (
        <Stack gap="md" align="flex-start">
          <Callout tone="idle">
            {credentialName(alive)} was generated <When at={alive.createdAt} />. Its secret was shown then and cannot be
            viewed again: if you did not save it, generate another.
          </Callout>
          <Button variant="default" onClick={() => setAnother(true)}>
            Generate another
          </Button>
        </Stack>
      ) : (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {atStart(PROVIDERS[integration.provider].source)} presents these on every call. You paste them in there in
            step {numberOf('okta', integration, now)}.
          </Text>
          <GenerateCredentials integration={integration} />
        </Stack>
      )}
    </Side>
  );
}
