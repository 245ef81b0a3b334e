import { Injectable } from '@nestjs/common';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaUserList, type OktaUserPage } from '../okta/okta-user-list.js';
import { OktaQuotas } from '../quota/okta-quotas.js';
import { CandidateCheck } from './candidate-check.js';
import { OktaPatience } from './okta-patience.js';
import { OurSideRepository } from './our-side.repository.js';
import { planPage } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';
import type { RunStep } from './run-step.js';

interface Fetched extends OktaUserPage {
  requests: number;
}

/** Goes through Okta's true-set page by page; the next page is on its way while one is compared. */
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
      const page: Fetched = await coming;
      coming = page.next === undefined ? undefined : this.fetch(org, page.next, signal);
      coming?.catch(() => undefined);
      const plan = planPage(page.users, await this.ours.matching(run, page.users));
      const { drift, requests } = await this.check.check(org, run, plan.candidates, signal);
      yield {
        drift: [...plan.unknown, ...drift],
        seen: plan.seen,
        examined: page.users.length,
        oktaRequests: page.requests + requests,
        next: page.next,
      };
    }
  }

  private async fetch(org: OktaOrg, next: string | undefined, signal: AbortSignal): Promise<Fetched> {
    let requests = 0;
    const page = await this.patience.ask(org, 'users.list', signal, async () => {
      await this.quotas.spend(org, 'users.list');
      requests += 1;
      return this.list.registered(org, next);
    });
    return { ...page, requests };
  }
}
