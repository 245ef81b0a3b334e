import { Injectable } from '@nestjs/common';
import type { RegistrationTarget } from '../../target/registration-target.js';
import { CandidateCheck } from './candidate-check.js';
import { LocalRegistrationRepository } from './local-registration.repository.js';
import { planOurs, type LocalRegistration } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';
import type { RunStep } from './run-step.js';

const BATCH = 1_000;

/**
 * Lists our registered people that were not in the target's list, by identity id, and checks them at the target. The
 * next people are loaded during the check.
 */
@Injectable()
export class OurList {
  constructor(
    private readonly ours: LocalRegistrationRepository,
    private readonly check: CandidateCheck,
  ) {}

  /** The first of these people. May be called as soon as the target's list is complete. */
  first(run: ReconciliationRunRow): Promise<LocalRegistration[]> {
    return this.ours.unseenAfter(run, run.phase === 'LIST_OURS' ? run.position : null, BATCH);
  }

  async *steps(
    target: RegistrationTarget,
    run: ReconciliationRunRow,
    first: Promise<LocalRegistration[]>,
    signal: AbortSignal,
  ): AsyncGenerator<RunStep> {
    let coming: Promise<LocalRegistration[]> | undefined = first;
    while (coming) {
      const batch: LocalRegistration[] = await coming;
      const next = batch.length < BATCH ? undefined : batch.at(-1)?.identityId;
      coming = next === undefined ? undefined : this.ours.unseenAfter(run, next, BATCH);
      coming?.catch(() => undefined);
      const { drift, requests, refusals } = await this.check.check(target, run, planOurs(batch), signal);
      yield { drift, refusals, examined: batch.length, oktaRequests: requests, next };
    }
  }
}
