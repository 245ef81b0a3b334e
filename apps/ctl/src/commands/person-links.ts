import type { PersonFragment, PlaceFragment } from '../gql/graphql.js';

/** Okta serves its admin console beside these domains only; a custom domain does not name the org's own. */
const OKTA_DOMAIN = /^([a-z0-9-]+)\.(okta\.com|oktapreview\.com|okta-emea\.com|okta-gov\.com|okta\.mil)$/;

/** Pages about a person: in the console, and in Okta when the id there and the org's own domain are known. */
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
