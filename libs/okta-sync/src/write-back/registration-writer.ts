import { Injectable } from '@nestjs/common';
import { OktaQuotas, QuotaSpent, type RequestBucket, TargetRequestError } from '@rollcall/okta';
import { Clock, monotonicNow } from '@rollcall/platform';
import { WriteBackMetrics } from '../metrics/write-back-metrics.js';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { Decision } from '../target/decision.js';
import type { Ready } from './claim-reader.js';
import { outlastsRequest } from './lease.js';
import type { Learnt } from './settlement.js';

/** What came of one attempt to bring the target to the desired value. */
export type Attempt =
  | { kind: 'CONFIRMED'; learnt: Learnt; wrote: boolean }
  /** Another identity of the tenant stands for the same user and wants them registered: its word counts. */
  | { kind: 'LEFT'; learnt: Learnt }
  | { kind: 'FAILED'; learnt: Learnt; decision: Decision; bucket: RequestBucket }
  /** Our share of a limit is spent for now, or the lease would not outlast the write. */
  | { kind: 'NOT_NOW'; learnt: Learnt; waitMs: number };

/** Brings one user of a target to the desired value: with at most one write, and none when it already holds it. */
@Injectable()
export class RegistrationWriter {
  constructor(
    private readonly quotas: OktaQuotas,
    private readonly clock: Clock,
    private readonly metrics: WriteBackMetrics,
    private readonly shared: SharedUsers,
  ) {}

  async attempt({ claim, target, facts, kept }: Ready, desired: boolean): Promise<Attempt> {
    const learnt: Learnt = { oktaUserId: claim.oktaUserId, confirmed: claim.confirmed, unsure: claim.unsure };
    let bucket: RequestBucket = target.limits.read;
    let writing = false;
    try {
      if (learnt.oktaUserId === null || learnt.unsure) {
        const user = await target.find(learnt.oktaUserId, facts);
        if (!user)
          return { kind: 'FAILED', learnt, bucket, decision: { action: 'UNLINK', note: target.missing(facts) } };
        Object.assign(learnt, { oktaUserId: user.id, confirmed: user.registered, unsure: false });
        if (user.registered === desired) return { kind: 'CONFIRMED', learnt, wrote: false };
        if (user.obstacle !== null)
          return { kind: 'FAILED', learnt, bucket, decision: { action: 'SKIP', note: user.obstacle } };
      }
      const userId = learnt.oktaUserId ?? '';
      if (!desired && (kept ?? (await this.shared.isWantedByOthers(claim, linkOf(claim, learnt)))))
        return { kind: 'LEFT', learnt: { ...learnt, confirmed: null, unsure: false } };
      bucket = target.limits.write;
      await this.quotas.spend(target, bucket);
      if (!outlastsRequest(claim.heldUntil, monotonicNow())) return { kind: 'NOT_NOW', learnt, waitMs: 0 };
      writing = true;
      await target.write(userId, desired);
      this.metrics.observeWrite(target.integrationId, claim.touchedAt, this.clock.now());
      return { kind: 'CONFIRMED', learnt: { ...learnt, confirmed: desired }, wrote: true };
    } catch (error) {
      if (error instanceof QuotaSpent) return { kind: 'NOT_NOW', learnt, waitMs: error.waitMs };
      if (!(error instanceof TargetRequestError)) throw error;
      const decision = target.classify(error, this.clock.now().getTime());
      // A write may take several requests, and its last one, a look at what it did, fail.
      const unsure = learnt.unsure || error.mayHaveWritten || (writing && error.method === 'GET');
      return { kind: 'FAILED', learnt: { ...learnt, unsure }, decision, bucket };
    }
  }
}
