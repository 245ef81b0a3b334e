import { Injectable } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { OktaMetrics } from '../metrics/okta-metrics.js';
import { classify, type Decision } from '../okta/classify.js';
import { OktaRequestError } from '../okta/okta-answer.js';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaUserGateway } from '../okta/okta-user-gateway.js';
import { OktaUserLinker } from '../okta/okta-user-linker.js';
import type { RequestBucket } from '../okta/request-bucket.js';
import { OktaQuotas, QuotaSpent } from '../quota/okta-quotas.js';
import type { Claim } from './claim.js';
import type { IdentityFacts } from './identity-facts.js';
import { outlastsRequest } from './lease.js';
import type { Learnt } from './settlement.js';

/** What came of one attempt to bring Okta to the desired value. */
export type Attempt =
  | { kind: 'CONFIRMED'; learnt: Learnt; wrote: boolean }
  | { kind: 'FAILED'; learnt: Learnt; decision: Decision; bucket: RequestBucket }
  /** Our share of the org's limit is spent for now, or the lease would not outlast the write. */
  | { kind: 'NOT_NOW'; learnt: Learnt; waitMs: number };

/** Brings one user of one org to the desired value: with at most one write, and none when Okta already holds it. */
@Injectable()
export class RegistrationWriter {
  constructor(
    private readonly gateway: OktaUserGateway,
    private readonly linker: OktaUserLinker,
    private readonly quotas: OktaQuotas,
    private readonly clock: Clock,
    private readonly metrics: OktaMetrics,
  ) {}

  async attempt(org: OktaOrg, claim: Claim, facts: IdentityFacts | undefined, desired: boolean): Promise<Attempt> {
    const learnt: Learnt = { oktaUserId: claim.oktaUserId, confirmed: claim.confirmed, unsure: claim.unsure };
    let bucket: RequestBucket = 'users.read';
    try {
      if (learnt.oktaUserId === null || learnt.unsure) {
        const user = await this.linker.find(org, learnt.oktaUserId, facts);
        if (!user) return { kind: 'FAILED', learnt, bucket, decision: { action: 'UNLINK', note: unlinkedNote(facts) } };
        Object.assign(learnt, { oktaUserId: user.id, confirmed: user.registered, unsure: false });
        if (user.registered === desired) return { kind: 'CONFIRMED', learnt, wrote: false };
        if (user.status === 'DEPROVISIONED') return { kind: 'FAILED', learnt, bucket, decision: DEPROVISIONED };
      }
      bucket = 'users.write';
      await this.quotas.spend(org, bucket);
      if (!outlastsRequest(claim.heldUntil, performance.now())) return { kind: 'NOT_NOW', learnt, waitMs: 0 };
      await this.gateway.setRegistered(org, learnt.oktaUserId ?? '', desired);
      this.metrics.observeWrite(org.integrationId, claim.touchedAt, this.clock.now());
      return { kind: 'CONFIRMED', learnt: { ...learnt, confirmed: desired }, wrote: true };
    } catch (error) {
      if (error instanceof QuotaSpent) return { kind: 'NOT_NOW', learnt, waitMs: error.waitMs };
      if (!(error instanceof OktaRequestError)) throw error;
      const decision = classify(error.answer, this.clock.now().getTime());
      return { kind: 'FAILED', learnt: { ...learnt, unsure: learnt.unsure || error.mayHaveWritten }, decision, bucket };
    }
  }
}

const DEPROVISIONED: Decision = {
  action: 'SKIP',
  note: 'Deprovisioned in Okta: written again when the person is reactivated',
};

function unlinkedNote(facts: IdentityFacts | undefined): string {
  return facts
    ? `No user of this Okta org has the id ${facts.external_id ?? '(none)'} or the login ${facts.user_name}`
    : 'Gone from Okta';
}
