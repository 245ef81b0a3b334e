import { LIMITS_KEY } from '../target/same-target.js';
import type { WriteLimit } from '../okta/org-findings.js';
import type { EventHookState, LastRun, OktaCredentialsUse, PushedGroups } from './findings/local-findings.js';
import type { ScimCalls } from './findings/scim-client-finding.js';
import type { SyncState } from './findings/sync-finding.js';

/** What our database contains about an integration. No request to its target is needed. */
export interface LocalFacts
  extends ScimCalls, WriteLimit, LastRun, PushedGroups, EventHookState, OktaCredentialsUse, Omit<SyncState, 'enabled'> {
  id: string;
  /** Null if the registration sync is not configured. */
  enabled: boolean | null;
  /** Number of people whose change the safety cap holds. */
  held: number;
}

/**
 * The facts of the given integrations of a tenant. $1, $2: tenant, integration ids.
 * `refused_at` is the time at which a request with an existing credential was last refused. Before the first accepted
 * request, requests with unknown credentials count too, because a mistyped token is the likely reason. Later they do
 * not count, because a stranger could then cause the warning.
 */
export const LOCAL_FACTS = `
  select d.id, d.provider, d.last_scim_request_at, s.paused_reason, s.enabled, s.last_write_at, q.blocked_until, q.rate_limit, q.remaining,
    coalesce((select max(c.refused_at) from scim_credentials c where c.tenant_id = d.tenant_id and c.integration_id = d.id),
      case when d.last_scim_request_at is null then
        (select r.at from scim_requests r where r.tenant_id = d.tenant_id and r.integration_id = d.id and r.status = 401
         order by r.id desc limit 1) end) as refused_at,
    c.status as credentials_status, c.checked_at as credentials_checked_at,
    h.integration_id is not null as hook_exists, h.verified_at, h.last_event_at,
    run.run_at, run.run_error, run.unrepaired,
    (select count(*)::int from registrations r where r.tenant_id = d.tenant_id and r.integration_id = d.id and r.state = 'HELD') as held,
    (select count(*)::int from groups g where g.tenant_id = d.tenant_id and g.integration_id = d.id) as groups,
    exists (select 1 from groups g join group_members m on m.tenant_id = g.tenant_id and m.group_id = g.id
      where g.tenant_id = d.tenant_id and g.integration_id = d.id) as has_members,
    exists (select 1 from identities i where i.tenant_id = d.tenant_id and i.integration_id = d.id) as has_people
  from directory_integrations d
    left join registration_syncs s on s.tenant_id = d.tenant_id and s.integration_id = d.id
    left join okta_quotas q on q.tenant_id = d.tenant_id and q.okta_domain = ${LIMITS_KEY}
      and q.bucket = case when d.provider = 'OKTA' then 'users.write' else 'scim' end
    left join integration_checks c on c.tenant_id = d.tenant_id and c.integration_id = d.id and c.name = 'okta-credentials'
    left join okta_event_hooks h on h.tenant_id = d.tenant_id and h.integration_id = d.id
    left join lateral (
      select finished_at as run_at, case when status = 'FAILED' then coalesce(error, 'no reason was kept') end as run_error,
        case when dry_run then drifted else drifted - repaired end as unrepaired
      from reconciliation_runs r
      where r.tenant_id = d.tenant_id and r.integration_id = d.id and status in ('SUCCEEDED', 'FAILED') order by id desc limit 1
    ) run on true
  where d.tenant_id = $1 and d.id = any($2::uuid[])`;
