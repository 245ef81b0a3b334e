import { Anchor, Box, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { SignInFieldsFragment } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { Loaded } from '../../ui/layout/loaded';
import { OktaValues, RoutingRuleSteps } from '../sign-in/okta-values';
import { RoutingSwitch } from '../sign-in/routing-switch';
import { SIGN_IN } from '../sign-in/sign-in-queries';
import type { StepProps } from './setup-steps';
import { Side } from './side';

/** The last step: Okta sends registered people to their passkey. */
export function RoutingStep({ integration }: StepProps) {
  const query = useApiQuery(SIGN_IN, { id: integration.id });
  return (
    <>
      <Box mb="md">
        <Callout tone="warn" title="Do not lock yourself out">
          People who match the rule can sign in with a passkey only. Keep one administrator without a passkey here, so
          that the rule never matches that account. Stay signed in to Okta in another window until one person has signed
          in by the rule.
        </Callout>
      </Box>
      <Loaded query={query}>
        {({ directoryIntegration }) => {
          const signIn = directoryIntegration?.signIn;
          if (!signIn?.enabled) {
            return (
              <Callout tone="warn" title="Sign-in is not set up">
                Okta has no place to send people yet. Complete the step “Set up sign-in” first.
              </Callout>
            );
          }
          return signIn.okta?.routingRuleId ? (
            <Side at="rollcall" title="5. Turn routing on">
              <Stack gap="md">
                <RoutingSwitch integration={integration} signIn={signIn} />
                <div>
                  Try it with one person: create an enrollment link on their page under{' '}
                  <Anchor component={Link} to="/directory/identities">
                    Identities
                  </Anchor>
                  , let them bind a passkey, and wait until their registration is confirmed. Then sign in to Okta as
                  them.
                </div>
              </Stack>
            </Side>
          ) : (
            <RuleByHand signIn={signIn} />
          );
        }}
      </Loaded>
    </>
  );
}

function RuleByHand({ signIn }: { signIn: SignInFieldsFragment }) {
  return (
    <Side at="okta" title="5. Add the routing rule">
      <Stack gap="md">
        <RoutingRuleSteps />
        <OktaValues signIn={signIn} section="ROUTING_RULE" />
      </Stack>
    </Side>
  );
}
