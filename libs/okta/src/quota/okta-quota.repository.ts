import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { OktaQuotaRow } from './okta-quota.row.js';
import { newQuota, type Quota } from './quota.js';

/** Token buckets, one per tenant, Okta domain and rate limit. Changes use compare-and-swap on `version`. */
@Injectable()
export class OktaQuotaRepository {
  constructor(private readonly database: Database) {}

  async find(tenantId: string, domain: string, bucket: string, now: Date): Promise<{ quota: Quota; version: string }> {
    const [row] = await this.database.query<OktaQuotaRow>(
      `select * from okta_quotas where tenant_id = $1 and okta_domain = $2 and bucket = $3`,
      [tenantId, domain, bucket],
    );
    return row ? { quota: toQuota(row), version: row.version } : { quota: newQuota(now.getTime()), version: '0' };
  }

  /** Copies the limits of the host name `from` to `to`, unless `to` already has limits. */
  async copy(sql: Sql, tenantId: string, from: string, to: string): Promise<void> {
    await sql.execute(
      `insert into okta_quotas (tenant_id, okta_domain, bucket, version, tokens, refilled_at, rate_limit, remaining, reset_at,
         blocked_until, burst, recent)
       select tenant_id, $3, bucket, version, tokens, refilled_at, rate_limit, remaining, reset_at, blocked_until, burst, recent
       from okta_quotas where tenant_id = $1 and okta_domain = $2
       on conflict (tenant_id, okta_domain, bucket) do nothing`,
      [tenantId, from, to],
    );
  }

  /**
   * The commit does not wait for the disk. A crash of PostgreSQL may lose the count of the last half second, but the
   * remaining limit is corrected by Okta's next answers.
   * @returns the new version; undefined if another process has changed the bucket since `version`
   */
  async replace(
    tenantId: string,
    domain: string,
    bucket: string,
    version: string,
    quota: Quota,
  ): Promise<string | undefined> {
    const values = [
      tenantId,
      domain,
      bucket,
      version,
      quota.tokens,
      new Date(quota.refilledAt),
      quota.limit,
      quota.remaining,
      toDate(quota.resetAt),
      toDate(quota.blockedUntil),
      quota.burst,
      JSON.stringify(quota.recent),
    ];
    const [row] = await this.database.query<{ version: string }>(version === '0' ? INSERT : UPDATE, values);
    return row?.version;
  }
}

const INSERT = `insert into okta_quotas
    (tenant_id, okta_domain, bucket, version, tokens, refilled_at, rate_limit, remaining, reset_at, blocked_until, burst, recent)
  values ($1, $2, $3, $4::bigint + 1, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (tenant_id, okta_domain, bucket) do nothing returning version`;

const UPDATE = `update okta_quotas set version = version + 1, tokens = $5, refilled_at = $6, rate_limit = $7, remaining = $8,
    reset_at = $9, blocked_until = $10, burst = $11, recent = $12
  where tenant_id = $1 and okta_domain = $2 and bucket = $3 and version = $4
    and set_config('synchronous_commit', 'off', true) is not null
  returning version`;

function toQuota(row: OktaQuotaRow): Quota {
  return {
    tokens: row.tokens,
    burst: row.burst,
    recent: row.recent,
    refilledAt: row.refilled_at.getTime(),
    limit: row.rate_limit,
    remaining: row.remaining,
    resetAt: row.reset_at?.getTime() ?? null,
    blockedUntil: row.blocked_until?.getTime() ?? null,
  };
}

function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(Math.round(ms));
}
