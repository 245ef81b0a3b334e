import type { HealthFieldsFragment, IntegrationFieldsFragment } from '../../gql/graphql';

export type Check = HealthFieldsFragment['checks'][number];

/** The doctor's findings, without what has been overtaken since: "no SCIM request yet", once one has come in. */
export function currentChecks({
  health,
  lastScimRequestAt,
}: Pick<IntegrationFieldsFragment, 'health' | 'lastScimRequestAt'>): Check[] {
  return health.checks.filter(
    ({ name, status }) => !(name === 'scim-requests' && status !== 'OK' && lastScimRequestAt),
  );
}

/** Only those about Okta's side: the address, the token, the attribute. */
export function oktaChecks(health: HealthFieldsFragment): Check[] {
  return health.checks.filter(({ name }) => name.startsWith('okta-'));
}

export function isAttributeMissing(health: HealthFieldsFragment): boolean {
  return health.checks.some(
    ({ name, status, message }) =>
      name === 'okta-attribute' && status === 'FAIL' && /has no attribute|does not exist/.test(message),
  );
}
