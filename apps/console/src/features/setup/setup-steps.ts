import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { isUsable } from '../credentials/credential-status';
import { hasRoutingRule, oktaChecks, targetChecks } from '../integrations/current-checks';
import { PROVIDERS } from '../providers/provider';

export type StepId = 'credentials' | 'attribute' | 'sign-in' | 'okta' | 'routing';

export interface StepProps {
  integration: IntegrationFieldsFragment;
}

export interface SetupStep {
  id: StepId;
  title: string;
  /**
   * Derived from server data, so that a reload does not change it. Undefined if Rollcall cannot know whether the step
   * is done.
   */
  done: boolean | undefined;
}

/** The number of a step in the guide of this integration. The first step has number 1. */
export function numberOf(step: StepId, integration: IntegrationFieldsFragment, now: number): number {
  return setupSteps(integration, now).findIndex(({ id }) => id === step) + 1;
}

export function setupSteps(integration: IntegrationFieldsFragment, now: number): SetupStep[] {
  const { provider, credentials, registrationSync: sync, identityCount, groupCount } = integration;
  const generated: SetupStep = {
    id: 'credentials',
    title: 'Generate Credentials',
    done: credentials.some((credential) => isUsable(credential, now)),
  };
  const arrived: SetupStep = {
    id: 'okta',
    title: PROVIDERS[provider].finish,
    done: identityCount > 0 && groupCount > 0,
  };
  if (!PROVIDERS[provider].signIn) {
    const well = sync && !sync.pausedReason && !targetChecks(integration).some(({ status }) => status === 'FAIL');
    return [
      generated,
      arrived,
      { id: 'attribute', title: 'Configure the Registration Attribute', done: well ?? undefined },
    ];
  }
  return [
    generated,
    {
      id: 'attribute',
      title: 'Configure the Registration Attribute',
      done:
        sync !== null &&
        sync !== undefined &&
        !sync.pausedReason &&
        !oktaChecks(integration).some(({ status }) => status === 'FAIL'),
    },
    { id: 'sign-in', title: 'Set up sign-in', done: integration.signIn?.enabled ?? false },
    arrived,
    { id: 'routing', title: 'Turn routing on', done: hasRoutingRule(integration) },
  ];
}
