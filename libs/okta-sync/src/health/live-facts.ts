import { LIMITS_KEY } from '../registration/same-target.js';
import type { ScimCalls } from './our-findings.js';
import type { SyncState } from './sync-finding.js';

/** What changes from minute to minute of an integration `d`, as `LIVE_FACTS` reads it. */
export interface LiveFacts extends ScimCalls, Omit<SyncState, 'enabled'> {
  /** Null while the registration sync is not configured. */
  enabled: boolean | null;
}

/**
 * `refused_at`: a credential that exists was refused. Before the first accepted request any refusal counts, because a wrong token is the likely
 * reason; after it a stranger must not be able to make the check warn.
 */
export const LIVE_FACTS = `d.provider, d.last_scim_request_at, s.paused_reason, s.enabled, s.last_write_at, q.blocked_until, q.rate_limit,
  coalesce((select max(c.refused_at) from scim_credentials c where c.tenant_id = d.tenant_id and c.integration_id = d.id),
    case when d.last_scim_request_at is null then
      (select r.at from scim_requests r where r.tenant_id = d.tenant_id and r.integration_id = d.id and r.status = 401
       order by r.id desc limit 1) end) as refused_at`;

/** The registration sync `s` of an integration `d`, and the limit `q` that its writes count against. */
export const LIVE_JOINS = `
  left join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.id
  left join okta_quotas q on q.tenant_id = d.tenant_id and q.okta_domain = ${LIMITS_KEY}
    and q.bucket = case when s.scim is null then 'users.write' else 'scim' end`;
