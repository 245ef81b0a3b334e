import { Accordion, Button, Stack } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { IntegrationFieldsFragment, SignInFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/layout/callout';
import { Facts } from '../../ui/data/facts';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { IdentityProviderSteps, OktaValues, RoutingRuleSteps } from './okta-values';
import { CREATE_OKTA_IDENTITY_PROVIDER } from './sign-in-queries';

interface Props {
  integration: IntegrationFieldsFragment;
  signIn: SignInFieldsFragment;
}

export function IdentityProviderSection(props: Props) {
  return (
    <Section title="Identity provider in Okta" lead="Made by API, or by hand with the values below.">
      <IdentityProvider {...props} />
    </Section>
  );
}

/**
 * The identity provider and the routing rule in Okta, the button that creates them, and the values for creating them by
 * hand.
 */
export function IdentityProvider({ integration: { id, registrationSync: sync }, signIn }: Props) {
  const mayConfigure = useMay('ADMIN');
  const create = useApiMutation(CREATE_OKTA_IDENTITY_PROVIDER, {
    done: 'The identity provider and the routing rule are in Okta. The rule is not active yet.',
    quiet: true,
  });
  const { okta } = signIn;
  return (
    <Stack gap="md" align="stretch">
      {okta?.identityProviderId && (
        <Facts
          facts={[
            [
              'Identity provider',
              <Status key="provider" tone={okta.identityProviderStatus === 'ACTIVE' ? 'ok' : 'warn'}>
                {okta.identityProviderStatus === 'ACTIVE' ? 'Active' : 'Not active'}
              </Status>,
            ],
            [
              'Routing rule',
              <Status key="rule" tone={okta.routingRuleId ? (okta.routingActive ? 'ok' : 'idle') : 'warn'}>
                {okta.routingRuleId ? (okta.routingActive ? 'Active' : 'Not active') : 'Missing'}
              </Status>,
            ],
            ['Read from Okta', <When key="checked" at={okta.checkedAt} />],
          ]}
        />
      )}
      {create.error && (
        <Callout tone="bad" role="alert" title="Okta refused to set it up">
          {create.error.message}
        </Callout>
      )}
      {mayConfigure && sync?.authMode === 'OAUTH' && (
        <Callout tone="idle">
          The service app also needs these scopes in Okta: <code>{signIn.oktaScopes.join(', ')}</code>.
        </Callout>
      )}
      {mayConfigure && sync && (
        <div>
          <Button
            variant={okta?.identityProviderId && okta.routingRuleId ? 'default' : 'filled'}
            loading={create.isPending}
            onClick={() => create.mutate({ integrationId: id })}
          >
            {okta?.identityProviderId ? 'Set up again in Okta' : 'Set up in Okta'}
          </Button>
        </div>
      )}
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="by-hand">
          <Accordion.Control>Set it up by hand</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              <IdentityProviderSteps />
              <OktaValues signIn={signIn} section="IDENTITY_PROVIDER" />
              <RoutingRuleSteps />
              <OktaValues signIn={signIn} section="ROUTING_RULE" />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}
