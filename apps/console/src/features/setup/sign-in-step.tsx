import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import { Callout } from '../../ui/layout/callout';
import { Loaded } from '../../ui/layout/loaded';
import { signInChecks } from '../integrations/current-checks';
import { HealthChecks } from '../integrations/health-checks';
import { CHECK_INTEGRATION } from '../integrations/integration-queries';
import { ClientSecret } from '../sign-in/client-secret';
import { IdentityProvider } from '../sign-in/identity-provider-section';
import { ENABLE_SIGN_IN, SIGN_IN } from '../sign-in/sign-in-queries';
import type { StepProps } from './setup-steps';
import { Side } from './side';

/** Creates the OpenID provider here, then the identity provider in Okta. */
export function SignInStep({ integration }: StepProps) {
  const { id, registrationSync: sync } = integration;
  const query = useApiQuery(SIGN_IN, { id });
  const [secret, setSecret] = useState<string>();
  const enable = useApiMutation(ENABLE_SIGN_IN, { onDone: (result) => setSecret(result.enableSignIn.clientSecret) });
  const check = useApiMutation(CHECK_INTEGRATION);
  return (
    <Loaded query={query}>
      {({ directoryIntegration }) => {
        const signIn = directoryIntegration?.signIn;
        return (
          <>
            <Side at="rollcall" title="3. Enable sign-in">
              <Stack gap="md" align="flex-start">
                {signIn?.enabled ? (
                  <Callout tone="ok">
                    Rollcall is ready to sign people in. Okta sends them here only after you turn routing on.
                  </Callout>
                ) : (
                  <Button
                    loading={enable.isPending}
                    disabled={!sync}
                    onClick={() => enable.mutate({ input: { integrationId: id } })}
                  >
                    Enable sign-in
                  </Button>
                )}
                {!sync && (
                  <Callout tone="warn">Configure the registration attribute first: it holds the Okta domain.</Callout>
                )}
                {secret && <ClientSecret secret={secret} />}
              </Stack>
            </Side>
            {signIn?.enabled && (
              <Side at="okta" title="Add the identity provider">
                <IdentityProvider integration={integration} signIn={signIn} />
              </Side>
            )}
            {signIn?.enabled && signInChecks(integration).length > 0 && (
              <Side at="rollcall" title="Test sign-in">
                <Stack gap="md" align="flex-start">
                  <HealthChecks checks={signInChecks(integration)} />
                  <Button variant="default" loading={check.isPending} onClick={() => check.mutate({ id })}>
                    Check now
                  </Button>
                </Stack>
              </Side>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
