import { Injectable } from '@nestjs/common';
import type { OktaOrg } from '../okta/okta-org.js';
import { CandidateCheck } from './candidate-check.js';
import { OurSideRepository } from './our-side.repository.js';
import { planOurs } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';
import type { RunStep } from './run-step.js';

const BATCH = 1_000;

/** Goes through our registered people by identity id, and asks about those whom Okta did not list. */
@Injectable()
export class OurList {
  constructor(
    private readonly ours: OurSideRepository,
    private readonly check: CandidateCheck,
  ) {}

  async *steps(org: OktaOrg, run: ReconciliationRunRow, signal: AbortSignal): AsyncGenerator<RunStep> {
    let last = run.phase === 'LIST_OURS' ? run.position : null;
    for (;;) {
      const batch = await this.ours.unseenAfter(run, last, BATCH);
      const { drift, requests } = await this.check.check(org, run, planOurs(batch), signal);
      const next = batch.length < BATCH ? undefined : batch.at(-1)?.identityId;
      yield { drift, seen: [], examined: batch.length, oktaRequests: requests, next };
      if (next === undefined) return;
      last = next;
    }
  }
}
