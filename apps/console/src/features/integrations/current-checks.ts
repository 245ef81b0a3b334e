import type { HealthFieldsFragment, IntegrationFieldsFragment } from '../../gql/graphql';
import { WORST_FIRST } from './health-status';

export type Check = HealthFieldsFragment['checks'][number];
type Seen = Pick<IntegrationFieldsFragment, 'health'>;

/** An integration with its id, as pages show its checks. */
export type Checked = Pick<IntegrationFieldsFragment, 'id' | 'health'>;

/** Findings age: after this time a page has the target asked again. */
const STALE_MS = 60_000;
/** Integrations that one page has asked again. */
const MAX_ASKED = 5;

export const ROUTING_RULE_CHECK = 'okta-routing-rule';

/** The doctor's findings, the worst first. */
export function currentChecks(integration: Seen): Check[] {
  return integration.health.checks.toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status));
}

/** What it takes to write to Okta: the address, the credentials, the attribute. */
export function oktaChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('okta-') && name !== ROUTING_RULE_CHECK);
}

/** What it takes for Okta to send people to our OpenID provider and to accept them when they come back. */
export function signInChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('sign-in-'));
}

/** The same of a SCIM server. */
export function targetChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('target-'));
}

/** Whether the routing rule stands; undefined when it could not be found out. */
export function hasRoutingRule({ health }: Seen): boolean | undefined {
  const status = health.checks.find(({ name }) => name === ROUTING_RULE_CHECK)?.status;
  return status === undefined || status === 'UNKNOWN' ? undefined : status === 'OK';
}

export function isAttributeMissing({ health }: Seen): boolean {
  return health.checks.some(({ code }) => code === 'ATTRIBUTE_MISSING');
}

/** Ids of integrations with an answer of their target older than a minute; five at most. One that was never examined is not stale. */
export function staleIntegrations(integrations: readonly Checked[], now: number): string[] {
  return integrations
    .filter(({ health }) =>
      health.checks.some(
        ({ name, checkedAt }) => /^(okta|sign-in|target)-/.test(name) && now - Date.parse(checkedAt) > STALE_MS,
      ),
    )
    .slice(0, MAX_ASKED)
    .map(({ id }) => id);
}
