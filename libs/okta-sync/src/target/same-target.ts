import { writesToOkta } from '@rollcall/directory-integration';

/**
 * FROM and WHERE clauses. They select, as `theirs`, the registration syncs that write the same attribute at the same
 * target as `ours`. `ours` is the sync of integration $2 of tenant $1, and is selected too. An Okta org is recognized
 * by its id under all its host names, or by its host name until the id is known.
 */
export const SAME_TARGET = `
  from registration_syncs ours
    join directory_integrations our_integration on our_integration.tenant_id = ours.tenant_id and our_integration.id = ours.integration_id
    left join okta_org_names our_name on our_name.tenant_id = ours.tenant_id and our_name.okta_domain = ours.okta_domain
    join registration_syncs theirs on theirs.tenant_id = ours.tenant_id and theirs.attribute = ours.attribute
      and (theirs.scim ->> 'extension') is not distinct from (ours.scim ->> 'extension')
    join directory_integrations their_integration on their_integration.tenant_id = theirs.tenant_id
      and their_integration.id = theirs.integration_id and their_integration.provider = our_integration.provider
    left join okta_org_names their_name on their_name.tenant_id = theirs.tenant_id and their_name.okta_domain = theirs.okta_domain
  where ours.tenant_id = $1 and ours.integration_id = $2
    and (theirs.okta_domain = ours.okta_domain or (our_integration.provider = 'OKTA' and their_name.org_id = our_name.org_id))`;

/** The key of the limits of a registration sync `s` in `okta_quotas`. */
export const LIMITS_KEY = `coalesce((select n.org_id from okta_org_names n
    where n.tenant_id = s.tenant_id and n.okta_domain = s.okta_domain and ${writesToOkta('s')}), s.okta_domain)`;
