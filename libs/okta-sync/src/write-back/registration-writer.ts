import { Injectable } from '@nestjs/common';
import { OktaQuotas, QuotaSpent, type RequestBucket, TargetRequestError } from '@rollcall/okta';
import { Clock, monotonicNow } from '@rollcall/platform';
import { WriteBackMetrics } from '../metrics/write-back-metrics.js';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { Decision } from '../target/decision.js';
import type { PreparedClaim } from './claim-reader.js';
import { outlastsRequest } from '../ledger/lease.js';
import type { RemoteState } from './settlement.js';

/** What came of one attempt to bring the target to the desired value. */
export type Attempt =
  | { kind: 'CONFIRMED'; remote: RemoteState; wrote: boolean }
  /** Another identity of the tenant stands for the same user and wants them registered: its word counts. */
  | { kind: 'LEFT'; remote: RemoteState }
  | { kind: 'FAILED'; remote: RemoteState; decision: Decision; bucket: RequestBucket }
  /** Our share of a limit is spent for now, or the lease would not outlast the write. */
  | { kind: 'NOT_NOW'; remote: RemoteState; waitMs: number };

/** Brings one user of a target to the desired value: with at most one write, and none when it already holds it. */
@Injectable()
export class RegistrationWriter {
  constructor(
    private readonly quotas: OktaQuotas,
    private readonly clock: Clock,
    private readonly metrics: WriteBackMetrics,
    private readonly shared: SharedUsers,
  ) {}

  async attempt({ claim, target, facts, kept }: PreparedClaim, desired: boolean): Promise<Attempt> {
    const remote: RemoteState = {
      oktaUserId: claim.oktaUserId,
      confirmed: claim.confirmed,
      remoteStateUnknown: claim.remoteStateUnknown,
    };
    let bucket: RequestBucket = target.limits.read;
    let writing = false;
    try {
      if (remote.oktaUserId === null || remote.remoteStateUnknown) {
        const user = await target.find(remote.oktaUserId, facts);
        if (!user)
          return { kind: 'FAILED', remote, bucket, decision: { action: 'UNLINK', note: target.missing(facts) } };
        Object.assign(remote, { oktaUserId: user.id, confirmed: user.registered, remoteStateUnknown: false });
        if (user.registered === desired) return { kind: 'CONFIRMED', remote, wrote: false };
        if (user.obstacle !== null)
          return { kind: 'FAILED', remote, bucket, decision: { action: 'SKIP', note: user.obstacle } };
      }
      const userId = remote.oktaUserId ?? '';
      if (!desired && (kept ?? (await this.shared.isWantedByOthers(claim, linkOf(claim, remote)))))
        return { kind: 'LEFT', remote: { ...remote, confirmed: null, remoteStateUnknown: false } };
      bucket = target.limits.write;
      await this.quotas.spend(target, bucket);
      if (!outlastsRequest(claim.heldUntil, monotonicNow())) return { kind: 'NOT_NOW', remote, waitMs: 0 };
      writing = true;
      await target.write(userId, desired);
      this.metrics.observeWrite(target.integrationId, claim.touchedAt, this.clock.now());
      return { kind: 'CONFIRMED', remote: { ...remote, confirmed: desired }, wrote: true };
    } catch (error) {
      if (error instanceof QuotaSpent) return { kind: 'NOT_NOW', remote, waitMs: error.waitMs };
      if (!(error instanceof TargetRequestError)) throw error;
      const decision = target.classify(error, this.clock.now().getTime());
      // A write may take several requests, and its last one, a look at what it did, fail.
      const remoteStateUnknown =
        remote.remoteStateUnknown || error.mayHaveWritten || (writing && error.method === 'GET');
      return { kind: 'FAILED', remote: { ...remote, remoteStateUnknown }, decision, bucket };
    }
  }
}
