import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig, Clock } from '@rollcall/platform';
import type { RequestBucket } from '../okta/request-bucket.js';
import { Gatherers } from '../gatherer.js';
import { OktaQuotaRepository } from './okta-quota.repository.js';
import { block, learn, takeFrom, type Grant, type LimitHeaders, type Quota, type RateLimited } from './quota.js';

/** How long `spendNext` waits. */
const MOST_WAIT_MS = 10_000;

interface Shared {
  quota: Quota;
  version: string;
}

/** Each race has a winner, so a process that loses so many has other troubles. */
const MOST_RACES = 100;
const MOST_AT_ONCE = 100;
/** Answers remembered of a bucket that nobody takes from. */
const MOST_HEARD = 100;

/** Our share of a limit is used up for now. */
export class QuotaSpent extends Error {
  constructor(
    readonly bucket: RequestBucket,
    readonly waitMs: number,
  ) {
    super(`Our share of the limit ${bucket} is spent for ${waitMs} ms`);
  }
}

/**
 * The token buckets of all Okta orgs, one row each in PostgreSQL so that replicas share them. Each process remembers the version
 * it saw: alone, a request costs one statement; in a race the loser reads and tries again.
 */
@Injectable()
export class OktaQuotas {
  private readonly seen = new Map<string, Shared>();
  private readonly heard = new Map<string, LimitHeaders[]>();
  private readonly askers = new Gatherers<void, QuotaSpent | undefined>(MOST_AT_ONCE);
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly repository: OktaQuotaRepository,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Takes up to `wanted` requests of the bucket. */
  async take(org: RateLimited, bucket: RequestBucket, wanted: number): Promise<Grant> {
    return this.change(org, bucket, (quota, now) =>
      takeFrom(quota, wanted, now, this.config.oktaRateShare, org.untold),
    );
  }

  /** Takes one request; those who ask while a statement is under way share the next one. @throws QuotaSpent */
  async spend(org: RateLimited, bucket: RequestBucket): Promise<void> {
    const askers = this.askers.of(keyOf(org, bucket), (all) => this.serve(org, bucket, all.length));
    const refusal = await askers.add();
    if (refusal) throw refusal;
  }

  /**
   * Takes one request that goes on with what an earlier one began: waits a little rather than waste that one, for whoever starts over each
   * time the bucket is empty never comes to an end. @throws QuotaSpent when there is none for long
   */
  async spendNext(org: RateLimited, bucket: RequestBucket): Promise<void> {
    for (const until = performance.now() + MOST_WAIT_MS; ;) {
      try {
        return await this.spend(org, bucket);
      } catch (error) {
        if (!(error instanceof QuotaSpent) || performance.now() + error.waitMs > until) throw error;
        await sleep(error.waitMs);
      }
    }
  }

  private async serve(org: RateLimited, bucket: RequestBucket, asked: number): Promise<(QuotaSpent | undefined)[]> {
    const { granted, waitMs } = await this.take(org, bucket, asked);
    return Array.from({ length: asked }, (_, index) => (index < granted ? undefined : new QuotaSpent(bucket, waitMs)));
  }

  /** Remembers what an answer told; written down with the next take. */
  learn(org: RateLimited, bucket: RequestBucket, headers: LimitHeaders): void {
    const key = keyOf(org, bucket);
    const heard = this.heard.get(key);
    if (!heard) this.heard.set(key, [headers]);
    else if (heard.push(headers) > MOST_HEARD) heard.shift();
  }

  /** After a 429: no replica asks before `until`, epoch milliseconds. @returns milliseconds until then */
  async block(org: RateLimited, bucket: RequestBucket, until: number): Promise<number> {
    await this.change(org, bucket, (quota) => ({ quota: block(quota, until), granted: 0, waitMs: 0 }));
    return Math.max(0, until - this.clock.now().getTime());
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
    for (let lost = 0; lost < MOST_RACES; lost += 1) {
      const shared =
        this.seen.get(key) ?? (await this.repository.find(org.tenantId, org.domain, bucket, this.clock.now()));
      const heard = this.heard.get(key)?.slice() ?? [];
      const result = step(heard.reduce(learn, shared.quota), this.clock.now().getTime());
      const version = await this.repository.replace(org.tenantId, org.domain, bucket, shared.version, result.quota);
      if (version !== undefined) {
        this.seen.set(key, { quota: result.quota, version });
        this.heard.get(key)?.splice(0, heard.length);
        return result;
      }
      this.seen.delete(key);
    }
    throw new Error(`The quota of ${org.domain} was changed by others ${MOST_RACES} times in a row`);
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
  return `${org.tenantId}/${org.domain}/${bucket}`;
}
