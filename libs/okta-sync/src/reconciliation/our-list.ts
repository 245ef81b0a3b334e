import { Injectable } from '@nestjs/common';
import type { RegistrationTarget } from '../target/registration-target.js';
import { CandidateCheck } from './candidate-check.js';
import { OurSideRepository } from './our-side.repository.js';
import { planOurs, type OurSide } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';
import type { RunStep } from './run-step.js';

const BATCH = 1_000;

/** Goes through our registered people by identity id, and asks about those whom the target did not list; the next are read meanwhile. */
@Injectable()
export class OurList {
  constructor(
    private readonly ours: OurSideRepository,
    private readonly check: CandidateCheck,
  ) {}

  async *steps(target: RegistrationTarget, run: ReconciliationRunRow, signal: AbortSignal): AsyncGenerator<RunStep> {
    const from = run.phase === 'LIST_OURS' ? run.position : null;
    let coming: Promise<OurSide[]> | undefined = this.ours.unseenAfter(run, from, BATCH);
    while (coming) {
      const batch: OurSide[] = await coming;
      const next = batch.length < BATCH ? undefined : batch.at(-1)?.identityId;
      coming = next === undefined ? undefined : this.ours.unseenAfter(run, next, BATCH);
      coming?.catch(() => undefined);
      const { drift, requests, refusals } = await this.check.check(target, run, planOurs(batch), signal);
      yield { drift, refusals, seen: [], examined: batch.length, oktaRequests: requests, next };
    }
  }
}
