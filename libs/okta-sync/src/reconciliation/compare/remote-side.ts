import { Injectable } from '@nestjs/common';
import { RegistrationRequeuer } from '../../ledger/registration-requeuer.js';
import type { RegistrationTarget, RemoteUser } from '../../target/registration-target.js';
import { CandidateCheck } from './candidate-check.js';
import { OtherIntegrations } from './other-integrations.js';
import { LocalRegistrationRepository } from './local-registration.repository.js';
import { planPage } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';
import { joinedRefusals, notListed } from '../records/refusals.js';
import { RemotePages } from './remote-pages.js';
import type { RunStep } from './run-step.js';

/** Number of pages that are compared together. One statement then compares a thousand people. */
const PAGES_AT_ONCE = 5;

interface Batch {
  users: RemoteUser[];
  requests: number;
  missing: number;
  next: string | undefined;
}

/** Lists the users who are true at the target, and compares them with our side. The next pages are requested during the comparison. */
@Injectable()
export class RemoteSide {
  constructor(
    private readonly pages: RemotePages,
    private readonly ours: LocalRegistrationRepository,
    private readonly check: CandidateCheck,
    private readonly others: OtherIntegrations,
    private readonly requeuer: RegistrationRequeuer,
  ) {}

  /**
   * @param onListed called when all users of the list have been matched; differences may not be checked yet
   * @throws ListExpired if the target no longer accepts the link `from`
   */
  async *steps(
    target: RegistrationTarget,
    run: ReconciliationRunRow,
    from: string | undefined,
    onListed: () => void,
    signal: AbortSignal,
  ): AsyncGenerator<RunStep> {
    let comparing: Promise<RunStep> | undefined;
    let batch: Batch = { users: [], requests: 0, missing: 0, next: from };
    let pages = 0;
    for await (const { users, requests, missing, next } of this.pages.read(target, from, signal)) {
      batch = { users: [...batch.users, ...users], requests: batch.requests + requests, missing, next };
      pages += 1;
      if (next !== undefined && pages % PAGES_AT_ONCE !== 0) continue;
      if (comparing) yield await comparing;
      comparing = this.compare(target, run, batch, onListed, signal);
      comparing.catch(() => undefined);
      batch = { users: [], requests: 0, missing: 0, next };
    }
    if (comparing) yield await comparing;
  }

  private async compare(
    target: RegistrationTarget,
    run: ReconciliationRunRow,
    batch: Batch,
    onListed: () => void,
    signal: AbortSignal,
  ): Promise<RunStep> {
    const ids = await this.ours.notInStep(
      run,
      batch.users.map((user) => user.id),
    );
    const users = batch.users.filter((user) => ids.has(user.id));
    const plan = planPage(users, users.length === 0 ? [] : await this.ours.matching(run, users));
    if (!run.dry_run) await this.requeueOwed(target, users);
    await this.ours.noteSeen(run, plan.seen);
    if (batch.next === undefined) onListed();
    const checked = await this.check.check(target, run, plan.candidates, signal);
    return {
      drift: [...(await this.others.withoutTheirs(run, plan.unknown)), ...checked.drift],
      refusals: joinedRefusals(notListed(batch.missing), checked.refusals),
      examined: batch.users.length,
      oktaRequests: batch.requests + checked.requests,
      next: batch.next,
    };
  }

  /**
   * Requeues users who are active again. They were skipped because they were deprovisioned when their identity was
   * deleted or linked to another user.
   */
  private async requeueOwed(target: RegistrationTarget, users: readonly RemoteUser[]): Promise<void> {
    const returned = users.filter(({ obstacle }) => obstacle === null).map(({ id }) => id);
    await this.requeuer.requeueOwed(target, returned);
  }
}
