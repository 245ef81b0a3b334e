import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { DriftRepository } from '../records/drift.repository.js';
import { LocalRegistrationRepository } from './local-registration.repository.js';
import type { ReconciliationRunRow, RunPhase } from '../records/reconciliation-run.row.js';
import { ReconciliationRunRepository } from '../records/reconciliation-run.repository.js';
import { RunAborted, RunFailed } from '../records/run-aborted.js';
import type { RunStep } from './run-step.js';
import { capExceeded, safetyCap } from './safety-cap.js';

/** Stores the progress and the findings of a run. */
@Injectable()
export class RunRecorder {
  private readonly registered = new WeakMap<ReconciliationRunRow, Promise<number>>();

  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly drift: DriftRepository,
    private readonly ours: LocalRegistrationRepository,
  ) {}

  /** Starts counting the registered people; the safety cap is a share of them. */
  expectChanges(run: ReconciliationRunRow): void {
    const counted = this.ours.countRegistered(run);
    counted.catch(() => undefined);
    this.registered.set(run, counted);
  }

  /** @param after the phase that follows the end of the list. @throws RunFailed, RunAborted */
  async record(run: ReconciliationRunRow, step: RunStep, phase: RunPhase, after: RunPhase): Promise<void> {
    const place = step.next === undefined ? { phase: after, position: null } : { phase, position: step.next };
    const { examined, oktaRequests, refusals } = step;
    const progress = { ...place, examined, oktaRequests, refusals };
    const held = await this.database.transaction(async (tx) => {
      // Commits keep their order, so whatever a crash of PostgreSQL loses is compared again.
      await tx.execute('set local synchronous_commit = off');
      const drifted = await this.drift.insert(tx, run, step.drift);
      return this.runs.advance(tx, run, { ...progress, drifted });
    });
    if (!held) throw new RunAborted('LEASE_LOST');
    if (step.drift.length > 0 && !run.dry_run) await this.enforceCapSoon(run);
  }

  /**
   * Called before anything is changed.
   * @returns how many more people the cap would allow
   * @throws RunFailed when the run would change too many
   */
  async enforceCap(run: ReconciliationRunRow): Promise<number> {
    const [changes, registered] = await Promise.all([this.drift.countChanges(run), this.ours.countRegistered(run)]);
    const cap = safetyCap(registered, run.max_change_ratio);
    if (changes > cap) throw new RunFailed(capExceeded(cap, registered, run.max_change_ratio));
    return cap - changes;
  }

  /** Called while differences are still being found, so that a run over the cap ends early; the registered people are counted once. */
  private async enforceCapSoon(run: ReconciliationRunRow): Promise<void> {
    const [changes, registered] = await Promise.all([this.drift.countChanges(run), this.registered.get(run)]);
    if (registered === undefined) return;
    if (changes > safetyCap(registered, run.max_change_ratio)) await this.enforceCap(run);
  }
}
