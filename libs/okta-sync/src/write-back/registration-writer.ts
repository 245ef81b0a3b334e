import { Injectable } from '@nestjs/common';
import { OktaQuotas, QuotaSpent, type RequestBucket, TargetRequestError } from '@rollcall/okta';
import { Clock, guardingSends, monotonicNow } from '@rollcall/platform';
import { WriteBackMetrics } from '../metrics/write-back-metrics.js';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { Claim } from '../ledger/claim.js';
import { RegistrationLinks } from '../ledger/registration-links.js';
import type { Decision } from '../target/decision.js';
import type { RegistrationTarget, RemoteUser } from '../target/registration-target.js';
import { WorkerPresence } from '../ledger/worker-presence.js';
import type { PreparedClaim } from './claim-reader.js';
import { outlastsRequest } from '../ledger/lease.js';
import { remoteStateOf, type RemoteState } from './settlement.js';

/** Result of one attempt to give the remote user the desired value. */
export type Attempt =
  | { kind: 'CONFIRMED'; remote: RemoteState; wrote: boolean }
  /**
   * Nothing was written, because another identity that is linked to the same user wants it to be true. The value stored
   * in this row is now unknown.
   */
  | { kind: 'LEFT'; remote: RemoteState }
  | { kind: 'FAILED'; remote: RemoteState; decision: Decision; bucket: RequestBucket }
  /** Nothing can be sent now: our share of the rate limit is used up, the write was not allowed to start, or the user is busy. */
  | { kind: 'NOT_NOW'; remote: RemoteState; waitMs: number };

/** Gives one remote user the desired value. It sends one write at most, and none if the user already has the value. */
@Injectable()
export class RegistrationWriter {
  constructor(
    private readonly quotas: OktaQuotas,
    private readonly clock: Clock,
    private readonly metrics: WriteBackMetrics,
    private readonly shared: SharedUsers,
    private readonly presence: WorkerPresence,
    private readonly links: RegistrationLinks,
  ) {}

  async attempt(prepared: PreparedClaim, desired: boolean): Promise<Attempt> {
    const { claim, target, facts, kept } = prepared;
    const remote = remoteStateOf(claim);
    let bucket: RequestBucket = target.limits.read;
    const fence = new WriteFence(claim, this.presence);
    try {
      if (remote.oktaUserId === null || remote.remoteStateUnknown) {
        const user = await this.findLinked(prepared, remote);
        if (user === 'LATER') return { kind: 'NOT_NOW', remote, waitMs: LATER_MS };
        if (!user)
          return { kind: 'FAILED', remote, bucket, decision: { action: 'UNLINK', note: target.missing(facts) } };
        Object.assign(remote, { oktaUserId: user.id, confirmed: user.registered, remoteStateUnknown: false });
        if (user.registered === desired) return { kind: 'CONFIRMED', remote, wrote: false };
        if (user.obstacle !== null)
          return { kind: 'FAILED', remote, bucket, decision: { action: 'SKIP', note: user.obstacle } };
      }
      const userId = remote.oktaUserId ?? '';
      if (!desired && (kept ?? (await this.shared.isWantedByOthers(claim, linkOf(claim, remote)))))
        return { kind: 'LEFT', remote: { ...remote, confirmed: null, remoteStateUnknown: true } };
      bucket = target.limits.write;
      await this.quotas.spend(target, bucket);
      const shown = await fence.around(() => target.write(userId, desired));
      if (shown !== desired) return notHeld(remote, target, bucket);
      // The delay of a repair is not measured: the change that it repairs may be months old.
      if (claim.changed) this.metrics.observeWrite(target.integrationId, claim.touchedAt, this.clock.now());
      return { kind: 'CONFIRMED', remote: { ...remote, confirmed: desired }, wrote: true };
    } catch (error) {
      if (fence.refused) return { kind: 'NOT_NOW', remote: { ...remote, ...fence.doubt }, waitMs: 0 };
      if (error instanceof QuotaSpent)
        return { kind: 'NOT_NOW', remote: { ...remote, ...fence.doubt }, waitMs: error.waitMs };
      if (!(error instanceof TargetRequestError)) throw error;
      const decision = target.classify(error, this.clock.now().getTime());
      const state = error.mayHaveWritten || (fence.began && error.method === 'GET') ? { ...remote, ...LOST } : remote;
      return { kind: 'FAILED', remote: state, decision, bucket };
    }
  }

  /**
   * Finds the remote user of the claim. Records the link, unless the row or the external id already refers to this
   * user. A user that is true under a new link is read again after the link was recorded. Another identity may have set
   * the user to false before it could see the link.
   */
  private async findLinked(
    { claim, target, facts }: PreparedClaim,
    remote: RemoteState,
  ): Promise<RemoteUser | 'LATER' | undefined> {
    const user = await target.find(claim.oktaUserId, facts);
    const known = claim.oktaUserId ?? facts?.external_id;
    if (!user || user.id === known) return user;
    if (!(await this.links.link(claim, user.id))) return 'LATER';
    // Recorded even if the attempt fails: a settlement with the old link would move the row back, and both users would become owed.
    Object.assign(remote, { oktaUserId: user.id, confirmed: null, remoteStateUnknown: true });
    const sharing = await this.shared.sharing(claim, [claim.identityId], { linkedNow: true });
    if (sharing.get(claim.identityId)?.mustWait) return 'LATER';
    return user.registered ? target.find(user.id, facts) : user;
  }
}

const LATER_MS = 100;

const LOST = { remoteStateUnknown: true, writeLost: true } as const;

/** The body of the answer decides: a success that shows another value confirms nothing, so the user is read again. */
function notHeld(remote: RemoteState, target: RegistrationTarget, bucket: RequestBucket): Attempt {
  const note = `${target.label} accepted the write, but its answer does not show the new value`;
  return { kind: 'FAILED', remote: { ...remote, ...LOST }, bucket, decision: { action: 'RETRY', minDelayMs: 0, note } };
}

/**
 * Decides whether a write may be sent. The lease must outlast the write, the settings must not have changed since the
 * claim, and other workers must be able to see this worker. This is checked before the write, and again just before
 * each of its requests, because name resolution, tokens and connections take time.
 */
class WriteFence {
  refused = false;
  /** True once the write has begun. A later failure may come from a request that only reads the result. */
  began = false;
  /** True once a request of the write was sent. */
  sent = false;

  constructor(
    private readonly claim: Claim,
    private readonly presence: Pick<WorkerPresence, 'shown'>,
  ) {}

  /** The remote state after an interrupted write. A write may consist of several requests, so some of them may have been sent. */
  get doubt(): Partial<RemoteState> {
    return this.sent ? LOST : {};
  }

  async around<T>(write: () => Promise<T>): Promise<T> {
    this.check();
    this.began = true;
    return guardingSends(() => {
      this.check();
      this.sent = true;
    }, write);
  }

  private check(): void {
    const { fenced, heldUntil } = this.claim;
    if (!fenced && this.presence.shown && outlastsRequest(heldUntil, monotonicNow())) return;
    this.refused = true;
    throw new Error('The lease does not cover the write');
  }
}
