import { Injectable } from '@nestjs/common';
import { OktaQuotas, QuotaSpent, type RequestBucket, TargetRequestError } from '@rollcall/okta';
import { Clock, guardingSends, monotonicNow } from '@rollcall/platform';
import { WriteBackMetrics } from '../metrics/write-back-metrics.js';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { Claim } from '../ledger/claim.js';
import type { Decision } from '../target/decision.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { PreparedClaim } from './claim-reader.js';
import { outlastsRequest } from '../ledger/lease.js';
import { remoteStateOf, type RemoteState } from './settlement.js';

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
    const remote = remoteStateOf(claim);
    let bucket: RequestBucket = target.limits.read;
    const fence = new WriteFence(claim);
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
      const shown = await fence.around(() => target.write(userId, desired));
      if (shown !== desired) return notHeld(remote, target, bucket);
      this.metrics.observeWrite(target.integrationId, claim.touchedAt, this.clock.now());
      return { kind: 'CONFIRMED', remote: { ...remote, confirmed: desired }, wrote: true };
    } catch (error) {
      if (fence.refused) return { kind: 'NOT_NOW', remote: { ...remote, ...fence.doubt }, waitMs: 0 };
      if (error instanceof QuotaSpent)
        return { kind: 'NOT_NOW', remote: { ...remote, ...fence.doubt }, waitMs: error.waitMs };
      if (!(error instanceof TargetRequestError)) throw error;
      const decision = target.classify(error, this.clock.now().getTime());
      const state = error.mayHaveWritten || (fence.sent && error.method === 'GET') ? { ...remote, ...LOST } : remote;
      return { kind: 'FAILED', remote: state, decision, bucket };
    }
  }
}

const LOST = { remoteStateUnknown: true, writeLost: true } as const;

/** The answer's body decides: a success that shows another value confirms nothing, and another read follows. */
function notHeld(remote: RemoteState, target: RegistrationTarget, bucket: RequestBucket): Attempt {
  const note = `${target.label} accepted the write, but its answer does not show the new value`;
  return { kind: 'FAILED', remote: { ...remote, ...LOST }, bucket, decision: { action: 'RETRY', minDelayMs: 0, note } };
}

/**
 * Keeps a write from being sent unless the lease outlasts it: checked before the write begins, and again for each of its requests right before
 * the socket, because looking up names, tokens and connections takes time.
 */
class WriteFence {
  refused = false;
  /** Something was sent. */
  sent = false;

  constructor(private readonly claim: Claim) {}

  /** What a write that was cut short leaves behind: it may take several requests. */
  get doubt(): Partial<RemoteState> {
    return this.sent ? LOST : {};
  }

  async around<T>(write: () => Promise<T>): Promise<T> {
    this.check();
    return guardingSends(() => {
      this.check();
      this.sent = true;
    }, write);
  }

  private check(): void {
    if (outlastsRequest(this.claim.heldUntil, monotonicNow())) return;
    this.refused = true;
    throw new Error('The lease would expire before the write is over');
  }
}
