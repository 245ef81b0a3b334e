import { Injectable } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { classify, type Decision } from '../okta/classify.js';
import { OktaRequestError } from '../okta/okta-answer.js';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaUserGateway, type OktaUser } from '../okta/okta-user-gateway.js';
import type { RequestBucket } from '../okta/request-bucket.js';
import { OktaQuotas } from '../quota/okta-quotas.js';
import type { Claim } from './claim.js';
import type { IdentityFacts } from './identity-facts.js';
import type { Learnt } from './settlement.js';

/** What came of one attempt to bring Okta to the desired value. */
export type Attempt =
  | { kind: 'CONFIRMED'; learnt: Learnt; wrote: boolean }
  | { kind: 'FAILED'; learnt: Learnt; decision: Decision; bucket: RequestBucket }
  /** The org's quota is spent for now. */
  | { kind: 'NO_QUOTA'; learnt: Learnt; waitMs: number };

/** Thrown inside an attempt; never leaves it. */
class QuotaSpent extends Error {
  constructor(readonly waitMs: number) {
    super('quota spent');
  }
}

/** Brings one user of one org to the desired value: with at most one write, and none when Okta already holds it. */
@Injectable()
export class RegistrationWriter {
  constructor(
    private readonly gateway: OktaUserGateway,
    private readonly quotas: OktaQuotas,
    private readonly clock: Clock,
  ) {}

  async attempt(org: OktaOrg, claim: Claim, facts: IdentityFacts | undefined, desired: boolean): Promise<Attempt> {
    const learnt: Learnt = { oktaUserId: claim.oktaUserId, confirmed: claim.confirmed, unsure: claim.unsure };
    let bucket: RequestBucket = 'users.read';
    try {
      if (learnt.oktaUserId === null || learnt.unsure) {
        const user = await this.lookUp(org, learnt.oktaUserId, facts);
        if (!user) return { kind: 'FAILED', learnt, bucket, decision: { action: 'UNLINK', note: unlinkedNote(facts) } };
        Object.assign(learnt, { oktaUserId: user.id, confirmed: user.registered, unsure: false });
        if (user.registered === desired) return { kind: 'CONFIRMED', learnt, wrote: false };
        if (user.status === 'DEPROVISIONED') return { kind: 'FAILED', learnt, bucket, decision: DEPROVISIONED };
      }
      bucket = 'users.write';
      await this.spend(org, bucket);
      await this.gateway.setRegistered(org, learnt.oktaUserId ?? '', desired);
      return { kind: 'CONFIRMED', learnt: { ...learnt, confirmed: desired }, wrote: true };
    } catch (error) {
      if (error instanceof QuotaSpent) return { kind: 'NO_QUOTA', learnt, waitMs: error.waitMs };
      if (!(error instanceof OktaRequestError)) throw error;
      const decision = classify(error.answer, this.clock.now().getTime());
      return { kind: 'FAILED', learnt: { ...learnt, unsure: learnt.unsure || error.mayHaveWritten }, decision, bucket };
    }
  }

  /**
   * The Okta user of an identity. Okta takes a login or a unique shortname where an id belongs, so an answer counts only if its id
   * or login is what was asked for.
   */
  private async lookUp(org: OktaOrg, known: string | null, facts: IdentityFacts | undefined): Promise<OktaUser | undefined> {
    for (const id of new Set([known, facts?.external_id])) {
      if (!id) continue;
      const user = await this.find(org, id);
      if (user?.id === id) return user;
    }
    if (!facts) return undefined;
    const user = await this.find(org, facts.user_name);
    return user?.login.toLowerCase() === facts.user_name.toLowerCase() ? user : undefined;
  }

  private async find(org: OktaOrg, idOrLogin: string): Promise<OktaUser | undefined> {
    await this.spend(org, 'users.read');
    return this.gateway.find(org, idOrLogin);
  }

  private async spend(org: OktaOrg, bucket: RequestBucket): Promise<void> {
    const { granted, waitMs } = await this.quotas.take(org, bucket, 1);
    if (granted === 0) throw new QuotaSpent(waitMs);
  }
}

const DEPROVISIONED: Decision = {
  action: 'SKIP',
  note: 'Deprovisioned in Okta: written again when the person is reactivated',
};

function unlinkedNote(facts: IdentityFacts | undefined): string {
  return facts ? `No user of this Okta org has the id ${facts.external_id ?? '(none)'} or the login ${facts.user_name}` : 'Gone from Okta';
}
