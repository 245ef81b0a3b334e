import { Injectable } from '@nestjs/common';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaUserList, type OktaUserPage } from '../okta/okta-user-list.js';
import { OktaQuotas, QuotaSpent } from '../quota/okta-quotas.js';
import { CandidateCheck } from './candidate-check.js';
import { OktaPatience } from './okta-patience.js';
import { OurSideRepository } from './our-side.repository.js';
import { planPage } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';
import type { RunStep } from './run-step.js';

/** Pages compared at once: one statement and one checkpoint for a thousand people. */
const PAGES_AT_ONCE = 5;

interface Fetched extends OktaUserPage {
  requests: number;
}

/** Goes through Okta's true-set; the next pages are on their way while some are compared. */
@Injectable()
export class OktaSide {
  constructor(
    private readonly list: OktaUserList,
    private readonly quotas: OktaQuotas,
    private readonly patience: OktaPatience,
    private readonly ours: OurSideRepository,
    private readonly check: CandidateCheck,
  ) {}

  async *steps(org: OktaOrg, run: ReconciliationRunRow, signal: AbortSignal): AsyncGenerator<RunStep> {
    let coming: Promise<Fetched> | undefined = this.fetch(org, run.position ?? undefined, signal);
    while (coming) {
      const { users, next, requests }: Fetched = await coming;
      coming = next === undefined ? undefined : this.fetch(org, next, signal);
      coming?.catch(() => undefined);
      const plan = planPage(users, await this.ours.matching(run, users));
      const checked = await this.check.check(org, run, plan.candidates, signal);
      yield {
        drift: [...plan.unknown, ...checked.drift],
        seen: plan.seen,
        examined: users.length,
        oktaRequests: requests + checked.requests,
        next,
      };
    }
  }

  /** Some pages, one after the other: only a page tells where the next one is. */
  private async fetch(org: OktaOrg, from: string | undefined, signal: AbortSignal): Promise<Fetched> {
    const fetched: Fetched = { users: [], next: from, requests: 0 };
    let allowed = 0;
    for (let pages = 0; pages < PAGES_AT_ONCE && (pages === 0 || fetched.next !== undefined); pages += 1) {
      const page = await this.patience.ask(org, 'users.list', signal, async () => {
        if (allowed === 0) allowed = await this.allowance(org, PAGES_AT_ONCE - pages);
        allowed -= 1;
        fetched.requests += 1;
        return this.list.registered(org, fetched.next);
      });
      fetched.users.push(...page.users);
      fetched.next = page.next;
    }
    return fetched;
  }

  /** @throws QuotaSpent when not even one request is allowed */
  private async allowance(org: OktaOrg, wanted: number): Promise<number> {
    const { granted, waitMs } = await this.quotas.take(org, 'users.list', wanted);
    if (granted === 0) throw new QuotaSpent('users.list', waitMs);
    return granted;
  }
}
