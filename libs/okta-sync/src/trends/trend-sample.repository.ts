import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { LIMITS_KEY } from '../target/same-target.js';
import type { TrendSampleRow } from './trend-sample.row.js';

const TIMEOUT_MS = 10_000;
const KEPT_DAYS = 8;

@Injectable()
export class TrendSampleRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores a sample of the last whole minute for each enabled integration. Several workers may call it several times:
   * each sample is stored only once. Does nothing while another worker is storing samples.
   * @returns the number of samples stored
   */
  async take(now: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.execute(`set local statement_timeout = ${TIMEOUT_MS}`);
      const [turn] = await tx.query<{ ours: boolean }>(
        `select pg_try_advisory_xact_lock(hashtext('trend_samples')) as ours`,
      );
      return turn?.ours ? tx.execute(SAMPLE, [now]) : 0;
    });
  }

  async deleteOld(now: Date): Promise<void> {
    await this.database.execute(`delete from trend_samples where at < $1::timestamptz - interval '${KEPT_DAYS} days'`, [
      now,
    ]);
  }

  /** Oldest first. */
  async since(tenantId: string, integrationId: string, since: Date): Promise<TrendSampleRow[]> {
    return this.database.query<TrendSampleRow>(
      `select * from trend_samples where tenant_id = $1 and integration_id = $2 and at >= $3 order by at`,
      [tenantId, integrationId, since],
    );
  }
}

/**
 * Computes the samples. A bind is the first confirmation after a change of the identity (see `Claim.changed`). Later
 * confirmations, and confirmations more than a day after the change, are repairs. Repairs are not counted, because they
 * say nothing about the speed of writes. The earlier confirmations are counted by a subquery, because a join could read
 * the whole history. An expired quota window counts as full.
 */
const SAMPLE = `
  with span as (
    select date_trunc('minute', $1::timestamptz) - interval '1 minute' as start, date_trunc('minute', $1::timestamptz) as stop
  )
  insert into trend_samples (tenant_id, integration_id, at, binds, bind_p50, bind_p95, queued, oldest, quota_left)
  select s.tenant_id, s.integration_id, span.start, bound.people, bound.p50, bound.p95, waiting.people, waiting.oldest, quota.least
  from span cross join registration_syncs s
  cross join lateral (
    select count(*) as people, percentile_cont(0.5) within group (order by seconds) as p50,
      percentile_cont(0.95) within group (order by seconds) as p95
    from (
      select extract(epoch from confirmed_at - touched_at)::float8 as seconds from registrations r
      where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id
        and r.confirmed_at >= span.start and r.confirmed_at < span.stop
        and r.touched_at between r.confirmed_at - interval '1 day' and r.confirmed_at and r.origin_seq is not null
        and (
          select count(*) from registration_events e where e.tenant_id = r.tenant_id and e.integration_id = r.integration_id
            and e.identity_id = r.identity_id and e.kind = 'CONFIRMED' and e.at >= r.touched_at and e.at < r.confirmed_at
        ) = 0
    ) settled
  ) bound
  cross join lateral (
    select count(*) as people, extract(epoch from $1 - min(touched_at))::float8 as oldest from registrations r
    where r.tenant_id = s.tenant_id and r.integration_id = s.integration_id and r.state in ('PENDING', 'RETRYING')
  ) waiting
  cross join lateral (
    select min(case when q.reset_at > $1 then q.remaining::float8 / q.rate_limit else 1 end) as least from okta_quotas q
    where q.tenant_id = s.tenant_id and q.okta_domain = ${LIMITS_KEY} and q.rate_limit > 0 and q.remaining is not null
  ) quota
  where s.enabled and not exists (
    select from trend_samples t where t.tenant_id = s.tenant_id and t.integration_id = s.integration_id and t.at = span.start)
  on conflict do nothing`;
