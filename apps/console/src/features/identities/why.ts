import type { IdentityQuery, IntegrationFieldsFragment } from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';
import { currentChecks } from '../integrations/current-checks';
import { REGISTRATION_STATE, registrationMeaning } from './identity-labels';

type Identity = Pick<
  NonNullable<IdentityQuery['identity']>,
  'status' | 'enrollmentStatus' | 'passkeys' | 'registration' | 'integrationId'
>;

/** A condition that must hold before Okta routes a person to passkey sign-in. */
export interface Step {
  question: string;
  tone: Tone;
  answer: string;
  /** What an administrator should do if the condition does not hold. */
  todo?: string;
  link?: { to: string; label: string };
}

/** The conditions in the order in which they must be met; the person signs in with a passkey if all are `ok`. */
export function whyOf(identity: Identity, integration: IntegrationFieldsFragment | null | undefined): Step[] {
  return [
    activeStep(identity),
    passkeyStep(identity),
    syncStep(integration),
    oktaStep(identity),
    signInStep(integration),
    ruleStep(integration),
  ];
}

/** The first step that is neither `ok` nor `idle`. */
export function obstacleIn(steps: readonly Step[]): Step | undefined {
  return steps.find(({ tone }) => tone !== 'ok' && tone !== 'idle');
}

function activeStep({ status }: Identity): Step {
  const question = 'Active in the directory';
  return status === 'ACTIVE'
    ? { question, tone: 'ok', answer: 'Yes' }
    : { question, tone: 'bad', answer: 'Suspended', todo: 'Assign the person to the SCIM application again.' };
}

function passkeyStep({ passkeys, enrollmentStatus }: Identity): Step {
  const question = 'Has a passkey';
  const alive = passkeys.filter(({ revokedAt }) => !revokedAt).length;
  if (alive > 0) return { question, tone: 'ok', answer: alive === 1 ? 'Yes' : `Yes, ${alive}` };
  const todo = 'Create an enrollment link below and send it to them.';
  if (enrollmentStatus === 'PENDING') {
    return {
      question,
      tone: 'warn',
      answer: 'Invited, but has not bound one',
      todo: 'Remind them of their link, or create a new one below.',
    };
  }
  return { question, tone: 'bad', answer: passkeys.length > 0 ? 'All were revoked' : 'No', todo };
}

function syncStep(integration: IntegrationFieldsFragment | null | undefined): Step {
  const question = 'Rollcall may write to Okta';
  if (!integration) return { question, tone: 'idle', answer: 'Not known yet' };
  const { registrationSync: sync, id } = integration;
  const link = { to: `/directory/integrations/${id}/registration`, label: 'Open Registration attribute' };
  if (!sync)
    return { question, tone: 'bad', answer: 'Not set up', todo: 'Configure the registration attribute.', link };
  if (!sync.enabled)
    return { question, tone: 'bad', answer: 'Switched off', todo: 'Set Attribute Status to Active.', link };
  if (sync.pausedReason)
    return {
      question,
      tone: 'bad',
      answer: `Paused: ${sync.pausedReason}`,
      todo: 'Fix the cause, then select Resume.',
      link,
    };
  return { question, tone: 'ok', answer: 'Yes' };
}

function oktaStep({ registration }: Identity): Step {
  const question = 'Okta knows of the passkey';
  if (!registration?.desired) return { question, tone: 'idle', answer: 'Nothing to write' };
  const { state, confirmed, lastError } = registration;
  if (state === 'IN_SYNC' && confirmed) return { question, tone: 'ok', answer: 'Yes, Okta has confirmed it' };
  const { tone, label } = REGISTRATION_STATE[state];
  const todo = state === 'PARKED' || state === 'UNLINKED' ? 'Fix it in Okta, then select Retry now below.' : undefined;
  return {
    question,
    tone: tone === 'ok' || tone === 'idle' ? 'warn' : tone,
    answer: `${label}: ${lastError ?? registrationMeaning(state, 'OKTA')}`,
    ...(todo && { todo }),
  };
}

/** The tone is `idle` if sign-in was never set up, because the passkey may then belong to another provider. */
function signInStep(integration: IntegrationFieldsFragment | null | undefined): Step {
  const question = 'Rollcall signs people in';
  if (!integration) return { question, tone: 'idle', answer: 'Not known yet' };
  if (integration.signIn?.enabled) return { question, tone: 'ok', answer: 'Yes' };
  return {
    question,
    tone: integration.signIn ? 'bad' : 'idle',
    answer: integration.signIn ? 'Sign-in is disabled' : 'Sign-in is not set up',
    link: { to: `/directory/integrations/${integration.id}/sign-in`, label: 'Open Sign-in' },
  };
}

function ruleStep(integration: IntegrationFieldsFragment | null | undefined): Step {
  const question = 'A routing rule sends them to passkey sign-in';
  if (integration?.signIn?.okta?.routingRuleId && !integration.signIn.okta.routingActive) {
    return {
      question,
      tone: 'warn',
      answer: 'Routing is off',
      todo: 'Turn routing on when you want Okta to send people here.',
      link: { to: `/directory/integrations/${integration.id}/sign-in`, label: 'Open Sign-in' },
    };
  }
  const check = integration && currentChecks(integration).find(({ name }) => name === 'okta-routing-rule');
  if (!check || check.status === 'UNKNOWN') {
    return {
      question,
      tone: 'idle',
      answer: check?.message ?? 'Not checked yet: press Check now on the integration’s Health tab.',
    };
  }
  if (check.status === 'OK') return { question, tone: 'ok', answer: 'Yes' };
  const link = { to: `/directory/integrations/${integration.id}/setup/routing`, label: 'Open Routing rule' };
  return { question, tone: check.status === 'FAIL' ? 'bad' : 'warn', answer: check.message, link };
}
