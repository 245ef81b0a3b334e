import type { HealthFieldsFragment, IntegrationFieldsFragment } from '../../gql/graphql';
import { WORST_FIRST } from './health-status';

export type Check = HealthFieldsFragment['checks'][number];
type Seen = Pick<IntegrationFieldsFragment, 'health' | 'lastScimRequestAt' | 'registrationSync'>;

export const ROUTING_RULE_CHECK = 'okta-routing-rule';

/** The doctor's findings, the worst first, without those that have been overtaken since the doctor looked. */
export function currentChecks(integration: Seen): Check[] {
  return integration.health.checks
    .filter((check) => !isOvertaken(check, integration))
    .sort((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status));
}

/** "No SCIM request yet", once one has come in; "paused", once resumed. */
function isOvertaken({ name, status }: Check, { lastScimRequestAt, registrationSync }: Seen): boolean {
  if (status === 'OK') return false;
  if (name === 'scim-requests') return lastScimRequestAt !== null && lastScimRequestAt !== undefined;
  return name === 'registration-sync' && registrationSync?.enabled === true && !registrationSync.pausedReason;
}

/** What it takes to write to Okta: the address, the credentials, the attribute. */
export function oktaChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('okta-') && name !== ROUTING_RULE_CHECK);
}

/** Whether the routing rule stands; undefined when it could not be found out. */
export function hasRoutingRule({ health }: Pick<Seen, 'health'>): boolean | undefined {
  const status = health.checks.find(({ name }) => name === ROUTING_RULE_CHECK)?.status;
  return status === undefined || status === 'UNKNOWN' ? undefined : status === 'OK';
}

export function isAttributeMissing({ health }: Pick<Seen, 'health'>): boolean {
  return health.checks.some(
    ({ name, status, message }) =>
      name === 'okta-attribute' && status === 'FAIL' && message.includes('has no attribute'),
  );
}
