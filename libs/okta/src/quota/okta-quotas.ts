import { Injectable } from '@nestjs/common';
import { AppConfig, Clock, monotonicNow, sleep, type Sql } from '@rollcall/platform';
import type { RequestBucket } from './request-bucket.js';
import { Allowance, QuotaSpent, type AllowanceOptions } from './allowance.js';
import { OktaQuotaRepository } from './okta-quota.repository.js';
import {
  block,
  learn,
  limitsKeyOf,
  takeFrom,
  type Grant,
  type LimitHeaders,
  type Quota,
  type RateLimited,
} from './quota.js';

/** Maximum wait of `spendNext`. */
const MAX_WAIT_MS = 10_000;

interface Shared {
  quota: Quota;
  version: string;
}

/** In each race one process succeeds. If a process loses this many in a row, something else is wrong. */
const MAX_RACES = 100;
/** Maximum block size for single writes and reads, and the time after which the rest of a block is discarded. */
const SINGLE = { most: 16, keptMs: 1_000 };
/** Maximum number of answers per bucket that are remembered until the next take. */
const MAX_HEARD = 100;

/**
 * The token buckets of all Okta orgs, shared by all replicas. Each bucket is one row in PostgreSQL, and each process
 * caches the version that it last saw. A take costs one statement if no other process has changed the row. Otherwise
 * the process reads the row and tries again.
 */
@Injectable()
export class OktaQuotas {
  private readonly seen = new Map<string, Shared>();
  private readonly heard = new Map<string, LimitHeaders[]>();
  private readonly singles = new Map<string, Allowance>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly repository: OktaQuotaRepository,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Takes up to `wanted` requests from the bucket. */
  async take(org: RateLimited, bucket: RequestBucket, wanted: number): Promise<Grant> {
    return this.change(org, bucket, (quota, now) =>
      takeFrom(quota, wanted, now, this.config.oktaRateShare, org.unknownLimitPace),
    );
  }

  /** Takes one request. Concurrent callers share a statement. @throws QuotaSpent */
  async spend(org: RateLimited, bucket: RequestBucket): Promise<void> {
    const key = keyOf(org, bucket);
    const allowance = this.singles.get(key) ?? this.allowance(org, bucket, SINGLE);
    this.singles.set(key, allowance);
    await allowance.next();
  }

  /** An allowance for a caller that needs many requests. */
  allowance(org: RateLimited, bucket: RequestBucket, options: AllowanceOptions): Allowance {
    return new Allowance(bucket, (wanted) => this.take(org, bucket, wanted), options);
  }

  /**
   * Takes one request for an operation that has already started. Waits for quota, because an operation that starts over
   * whenever the bucket is empty might never finish.
   * @throws QuotaSpent if the wait would be longer than MAX_WAIT_MS
   */
  async spendNext(org: RateLimited, bucket: RequestBucket): Promise<void> {
    for (const until = monotonicNow() + MAX_WAIT_MS; ;) {
      try {
        return await this.spend(org, bucket);
      } catch (error) {
        if (!(error instanceof QuotaSpent) || monotonicNow() + error.waitMs > until) throw error;
        await sleep(error.waitMs);
      }
    }
  }

  /** Remembers the rate limits of an answer. The next take stores them. */
  learn(org: RateLimited, bucket: RequestBucket, headers: LimitHeaders): void {
    const key = keyOf(org, bucket);
    const heard = this.heard.get(key);
    if (!heard) this.heard.set(key, [headers]);
    else if (heard.push(headers) > MAX_HEARD) heard.shift();
  }

  /** After a 429: no replica sends a request before `until` (epoch milliseconds). @returns the milliseconds until then */
  async block(org: RateLimited, bucket: RequestBucket, until: number): Promise<number> {
    this.singles.get(keyOf(org, bucket))?.drop();
    await this.change(org, bucket, (quota) => ({ quota: block(quota, until), granted: 0, waitMs: 0 }));
    return Math.max(0, until - this.clock.now().getTime());
  }

  /** Copies the limits that are stored under the org's host name to the org's id. */
  async adopt(sql: Sql, { tenantId, domain }: RateLimited, orgId: string): Promise<void> {
    await this.repository.copy(sql, tenantId, domain, orgId);
  }

  private async change(
    org: RateLimited,
    bucket: RequestBucket,
    step: (quota: Quota, now: number) => Grant,
  ): Promise<Grant> {
    return this.inTurn(keyOf(org, bucket), () => this.swap(org, bucket, step));
  }

  private async swap(
    org: RateLimited,
    bucket: RequestBucket,
    step: (quota: Quota, now: number) => Grant,
  ): Promise<Grant> {
    const key = keyOf(org, bucket);
    for (let lost = 0; lost < MAX_RACES; lost += 1) {
      const shared =
        this.seen.get(key) ?? (await this.repository.find(org.tenantId, limitsKeyOf(org), bucket, this.clock.now()));
      const heard = this.heard.get(key)?.slice() ?? [];
      const result = step(heard.reduce(learn, shared.quota), this.clock.now().getTime());
      const version = await this.repository.replace(
        org.tenantId,
        limitsKeyOf(org),
        bucket,
        shared.version,
        result.quota,
      );
      if (version !== undefined) {
        this.seen.set(key, { quota: result.quota, version });
        this.heard.get(key)?.splice(0, heard.length);
        return result;
      }
      this.seen.delete(key);
    }
    throw new Error(`The quota of ${org.domain} was changed by others ${MAX_RACES} times in a row`);
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.turns.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.turns.get(key) === turn) this.turns.delete(key);
    }
  }
}

function keyOf(org: RateLimited, bucket: RequestBucket): string {
  return `${org.tenantId}/${limitsKeyOf(org)}/${bucket}`;
}
