import type { HealthFieldsFragment, IntegrationFieldsFragment } from '../../gql/graphql';
import { WORST_FIRST } from './health-status';

export type Check = HealthFieldsFragment['checks'][number];
type Seen = Pick<IntegrationFieldsFragment, 'health'>;

/** The fields of an integration that are needed to show its checks and to run them again. */
export type Checked = Pick<IntegrationFieldsFragment, 'id' | 'health'>;

/** Findings older than this are refreshed by the page. */
const STALE_MS = 60_000;
/** Maximum number of integrations whose checks one page runs again. */
const MAX_ASKED = 5;

export const ROUTING_RULE_CHECK = 'okta-routing-rule';

/** Health checks, worst first. */
export function currentChecks(integration: Seen): Check[] {
  return integration.health.checks.toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status));
}

/** Checks of writing to Okta: domain, credentials, attribute. */
export function oktaChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('okta-') && name !== ROUTING_RULE_CHECK);
}

/** Checks of sign-in: routing to our OpenID provider, and Okta's identity provider. */
export function signInChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('sign-in-'));
}

/** Checks of writing to a SCIM server. */
export function targetChecks(integration: Seen): Check[] {
  return currentChecks(integration).filter(({ name }) => name.startsWith('target-'));
}

/** Whether the routing rule exists in Okta; undefined if no check has looked for it. */
export function hasRoutingRule({ health }: Seen): boolean | undefined {
  const status = health.checks.find(({ name }) => name === ROUTING_RULE_CHECK)?.status;
  return status === undefined || status === 'UNKNOWN' ? undefined : status === 'OK';
}

export function isAttributeMissing({ health }: Seen): boolean {
  return health.checks.some(({ code }) => code === 'ATTRIBUTE_MISSING');
}

/**
 * Ids of integrations whose checks are older than a minute, at most five. Integrations that were never checked are left
 * out.
 */
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
