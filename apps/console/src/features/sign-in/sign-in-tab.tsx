import { Button, Group, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment, SignInFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/layout/callout';
import { CopyField } from '../../ui/forms/copy-field';
import { Facts } from '../../ui/data/facts';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { ClientSecretModal } from './client-secret';
import { ClientSecretTable } from './client-secret-table';
import { DisableSignIn } from './disable-sign-in';
import { IdentityProviderSection } from './identity-provider-section';
import { RoutingSwitch } from './routing-switch';
import { SelfEnrollmentSection } from './self-enrollment-section';
import { SignInFigures } from './sign-in-figures';
import { SignInLog } from './sign-in-log';
import { ENABLE_SIGN_IN, ROTATE_SIGN_IN_KEY, ROTATE_SIGN_IN_SECRET, SIGN_IN } from './sign-in-queries';

interface Props {
  integration: IntegrationFieldsFragment;
}

/** The OpenID provider of an integration: routing, sign-ins and keys. */
export function SignInTab({ integration }: Props) {
  const mayConfigure = useMay('ADMIN');
  const query = useApiQuery(SIGN_IN, { id: integration.id });
  const [secret, setSecret] = useState<string>();
  const enable = useApiMutation(ENABLE_SIGN_IN, { onDone: (result) => setSecret(result.enableSignIn.clientSecret) });
  return (
    <>
      <Loaded query={query}>
        {({ directoryIntegration }) => {
          const signIn = directoryIntegration?.signIn;
          if (signIn?.enabled) {
            return <EnabledSignIn integration={integration} signIn={signIn} onSecret={setSecret} />;
          }
          return (
            <Stack gap="lg">
              <Section title="Sign-in">
                <Notice
                  icon={IconFingerprint}
                  title={signIn ? 'Sign-in is disabled' : 'Sign-in is not set up'}
                  action={
                    mayConfigure && (
                      <Button
                        loading={enable.isPending}
                        onClick={() => enable.mutate({ input: { integrationId: integration.id } })}
                      >
                        Enable sign-in
                      </Button>
                    )
                  }
                >
                  When it is enabled, Rollcall is an OpenID provider for Okta. Okta’s routing rule sends people with a
                  passkey here to sign in.
                </Notice>
              </Section>
              <SelfEnrollmentSection integration={integration} />
            </Stack>
          );
        }}
      </Loaded>
      <ClientSecretModal secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

interface EnabledProps extends Props {
  signIn: SignInFieldsFragment;
  onSecret: (secret: string) => void;
}

function EnabledSignIn({ integration, signIn, onSecret }: EnabledProps) {
  const mayConfigure = useMay('ADMIN');
  const rotate = useApiMutation(ROTATE_SIGN_IN_SECRET, {
    onDone: (result) => onSecret(result.rotateSignInSecret.clientSecret),
  });
  const rotateKey = useApiMutation(ROTATE_SIGN_IN_KEY, {
    done: 'A new key is published. It signs in an hour, when Okta has read it.',
  });
  const current = signIn.keys.find(({ phase }) => phase === 'SIGNING');
  return (
    <Stack gap="lg">
      <Section title="Routing" lead="Whether Okta sends registered people to this page to sign in.">
        {signIn.okta?.routingRuleId ? (
          <RoutingSwitch integration={integration} signIn={signIn} />
        ) : (
          <Callout tone="warn" title="Rollcall has not found a routing rule of its own in Okta">
            Set up the identity provider and the rule below, or in Okta by hand.
          </Callout>
        )}
      </Section>
      <SignInFigures integrationId={integration.id} />
      <SignInLog integrationId={integration.id} />
      <IdentityProviderSection integration={integration} signIn={signIn} />
      <SelfEnrollmentSection integration={integration} />
      <Section
        title="Client secrets"
        lead="Okta proves with a client secret that it is Okta. Earlier secrets work until you revoke them."
        flush
        actions={
          mayConfigure && (
            <Button
              variant="default"
              loading={rotate.isPending}
              onClick={() => rotate.mutate({ integrationId: integration.id })}
            >
              New client secret
            </Button>
          )
        }
      >
        <ClientSecretTable secrets={signIn.clientSecrets} />
      </Section>
      <Section
        title="OpenID provider"
        actions={
          mayConfigure && (
            <Group gap="xs">
              <Button
                variant="default"
                loading={rotateKey.isPending}
                onClick={() => rotateKey.mutate({ integrationId: integration.id })}
              >
                New signing key
              </Button>
              <DisableSignIn integration={integration} />
            </Group>
          )
        }
      >
        <Stack gap="md">
          <CopyField label="Issuer" value={signIn.issuer} />
          <Facts
            facts={[
              ['Client authentication', signIn.privateKeyJwt ? 'Key pair (private_key_jwt)' : 'Client secret'],
              ['Signing key', current && <When key="key" at={current.createdAt} />],
              [
                'Keys in the JWKS',
                <Status key="keys" tone="idle">
                  {signIn.keys.length}
                </Status>,
              ],
              ['Last sign-in', signIn.lastSignInAt && <When key="last" at={signIn.lastSignInAt} />],
            ]}
          />
        </Stack>
      </Section>
    </Stack>
  );
}
