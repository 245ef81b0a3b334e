import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';

/** Figures of one integration at the time of a scrape. Ages are in seconds; an age is null if there is no row to measure. */
export interface IntegrationFigures {
  integration: string;
  name: string;
  paused: boolean;
  states: Partial<Record<string, number>>;
  oldest_due: number | null;
  oldest_unsettled: number | null;
  scim_age: number | null;
  drifted: number | null;
  unrepaired: number | null;
  run_failed: boolean | null;
  run_age: number | null;
  credential_left: number | null;
}

export interface QuotaFigures {
  okta_domain: string;
  bucket: string;
  rate_limit: number;
  remaining: number;
}

const TIMEOUT_MS = 4_000;

/** Reads the figures for the metrics from the database, for all tenants at once. */
@Injectable()
export class SyncFiguresRepository {
  constructor(private readonly database: Database) {}

  /** Uses a short timeout, so that a scrape adds little load to a slow database. */
  async read(): Promise<{ integrations: IntegrationFigures[]; quotas: QuotaFigures[] }> {
    return this.database.transaction(async (tx) => {
      await tx.execute(`set local statement_timeout = ${TIMEOUT_MS}`);
      return {
        integrations: await tx.query<IntegrationFigures>(INTEGRATIONS),
        quotas: await tx.query<QuotaFigures>(QUOTAS),
      };
    });
  }
}

const INTEGRATIONS = `
  select i.id as integration, i.name, coalesce(s.enabled and s.paused_at is not null, false) as paused,
    coalesce(ledger.states, '{}') as states, ledger.oldest_due, ledger.oldest_unsettled,
    extract(epoch from now() - i.last_scim_request_at)::float8 as scim_age,
    run.drifted, run.unrepaired, run.run_failed,
    case when s.enabled then extract(epoch from now() - coalesce(run.finished_at, i.created_at))::float8 end as run_age,
    case when isfinite(credential.expires_at) then extract(epoch from credential.expires_at - now())::float8 end as credential_left
  from directory_integrations i
  left join registration_syncs s on s.tenant_id = i.tenant_id and s.integration_id = i.id
  left join lateral (
    select jsonb_object_agg(state, people) as states, max(oldest_due) as oldest_due, max(oldest_unsettled) as oldest_unsettled
    from (
      select state, count(*) as people,
        extract(epoch from now() - min(due_at) filter (where due_at <= now()))::float8 as oldest_due,
        extract(epoch from now() - min(touched_at) filter (where state in ('PENDING', 'RETRYING')))::float8 as oldest_unsettled
      from registrations r where r.tenant_id = i.tenant_id and r.integration_id = i.id group by state
    ) per_state
  ) ledger on true
  left join lateral (
    select max(least(coalesce(expires_at, 'infinity'), coalesce(revoked_at, 'infinity'))) as expires_at from scim_credentials c
    where c.tenant_id = i.tenant_id and c.integration_id = i.id
  ) credential on true
  left join lateral (
    select drifted, case when dry_run then drifted else drifted - repaired end as unrepaired, status = 'FAILED' as run_failed,
      finished_at
    from reconciliation_runs r
    where r.tenant_id = i.tenant_id and r.integration_id = i.id and status in ('SUCCEEDED', 'FAILED')
    order by id desc limit 1
  ) run on true`;

const QUOTAS = `
  select coalesce(name.okta_domain, q.okta_domain) as okta_domain, bucket, min(rate_limit) as rate_limit, min(remaining) as remaining
  from okta_quotas q left join lateral (
    select min(n.okta_domain) as okta_domain from okta_org_names n where n.tenant_id = q.tenant_id and n.org_id = q.okta_domain
  ) name on true
  where rate_limit is not null and remaining is not null and reset_at > now() group by 1, bucket`;
