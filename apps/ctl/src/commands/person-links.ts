import type { PersonFragment, PlaceFragment } from '../gql/graphql.js';

/**
 * Okta domains for which the address of the admin console can be computed. A custom domain is not included, because it
 * does not reveal the org's own domain.
 */
const OKTA_DOMAIN = /^([a-z0-9-]+)\.(okta\.com|oktapreview\.com|okta-emea\.com|okta-gov\.com|okta\.mil)$/;

/** Pages about a person: in the console and, if the Okta user id and the org's own domain are known, in Okta. */
export function linksOf(
  person: Pick<PersonFragment, 'id' | 'externalId'>,
  integration: Pick<PlaceFragment, 'provider' | 'scimUrl' | 'registrationSync'>,
): Record<string, string> {
  const console = new URL(`/directory/identities/${person.id}`, integration.scimUrl).href;
  const [, org, suffix] = OKTA_DOMAIN.exec(integration.registrationSync?.oktaDomain ?? '') ?? [];
  if (integration.provider !== 'OKTA' || person.externalId === null || org === undefined) return { console };
  return {
    console,
    okta: `https://${org}-admin.${suffix}/admin/user/profile/view/${encodeURIComponent(person.externalId)}`,
  };
}
