import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@rollcall/platform';
import type { OktaOrg } from '../okta/okta-org.js';
import { DriftRepository } from './drift.repository.js';
import { OktaSide } from './okta-side.js';
import { OurList } from './our-list.js';
import { OurSideRepository } from './our-side.repository.js';
import type { ReconciliationRunRow, RunPhase } from './reconciliation-run.row.js';
import { ReconciliationRunRepository, type Progress } from './reconciliation-run.repository.js';
import { RunAborted, RunFailed } from './run-aborted.js';
import type { RunStep } from './run-step.js';
import { capExceeded, safetyCap } from './safety-cap.js';

/** Compares both sides of one integration and writes down every difference; each step is a checkpoint. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly drift: DriftRepository,
    private readonly ours: OurSideRepository,
    private readonly oktaSide: OktaSide,
    private readonly ourList: OurList,
  ) {}

  /** @throws RunFailed, RunAborted */
  async compare(org: OktaOrg, run: ReconciliationRunRow, signal: AbortSignal): Promise<void> {
    if (run.phase === 'LIST_OKTA') {
      for await (const step of this.oktaSide.steps(org, run, signal))
        await this.record(run, step, 'LIST_OKTA', 'LIST_OURS');
    }
    if (run.phase === 'LIST_OKTA' || run.phase === 'LIST_OURS') {
      for await (const step of this.ourList.steps(org, run, signal))
        await this.record(run, step, 'LIST_OURS', 'REPAIR');
    }
  }

  private async record(run: ReconciliationRunRow, step: RunStep, phase: RunPhase, after: RunPhase): Promise<void> {
    const place = step.next === undefined ? { phase: after, position: null } : { phase, position: step.next };
    const progress = { ...place, examined: step.examined, oktaRequests: step.oktaRequests };
    if (step.drift.length === 0) return this.checkpoint(this.database, run, progress, step);
    await this.database.transaction(async (tx) => {
      const drifted = await this.drift.insert(tx, run, step.drift);
      await this.checkpoint(tx, run, { ...progress, drifted }, step);
    });
    if (!run.dry_run) await this.enforceCap(run);
  }

  private async checkpoint(sql: Sql, run: ReconciliationRunRow, progress: Progress, { seen }: RunStep): Promise<void> {
    if (!(await this.runs.advance(sql, run, progress, seen))) throw new RunAborted('LEASE_LOST');
  }

  /** As soon as it is clear that too many would be changed: nothing has been changed so far. */
  private async enforceCap(run: ReconciliationRunRow): Promise<void> {
    const [changes, registered] = await Promise.all([this.drift.countChanges(run), this.ours.countRegistered(run)]);
    const cap = safetyCap(registered, run.max_change_ratio);
    if (changes > cap) throw new RunFailed(capExceeded(cap, registered, run.max_change_ratio));
  }
}
