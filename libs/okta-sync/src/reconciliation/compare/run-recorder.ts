import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { DriftRepository } from '../records/drift.repository.js';
import { LocalRegistrationRepository } from './local-registration.repository.js';
import type { ReconciliationRunRow, RunPhase } from '../records/reconciliation-run.row.js';
import { ReconciliationRunRepository } from '../records/reconciliation-run.repository.js';
import { RunAborted, RunFailed } from '../records/run-aborted.js';
import type { RunStep } from './run-step.js';
import { capExceeded, safetyCap } from './safety-cap.js';

/** Stores the progress and the differences of a run. */
@Injectable()
export class RunRecorder {
  private readonly registered = new WeakMap<ReconciliationRunRow, Promise<number>>();

  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly drift: DriftRepository,
    private readonly ours: LocalRegistrationRepository,
  ) {}

  /** Starts to count the registered people, because the safety cap is a share of this number. */
  expectChanges(run: ReconciliationRunRow): void {
    const counted = this.ours.countRegistered(run);
    counted.catch(() => undefined);
    this.registered.set(run, counted);
  }

  /** Writes a checkpoint after a step. @param after the phase that follows the last step. @throws RunFailed, RunAborted */
  async record(run: ReconciliationRunRow, step: RunStep, phase: RunPhase, after: RunPhase): Promise<void> {
    const place = step.next === undefined ? { phase: after, position: null } : { phase, position: step.next };
    const { examined, oktaRequests, refusals } = step;
    const progress = { ...place, examined, oktaRequests, refusals };
    const held = await this.database.transaction(async (tx) => {
      // PostgreSQL keeps the order of commits. So if a crash loses this one, the same users are compared again.
      await tx.execute('set local synchronous_commit = off');
      const drifted = await this.drift.insert(tx, run, step.drift);
      return this.runs.advance(tx, run, { ...progress, drifted });
    });
    if (!held) throw new RunAborted('LEASE_LOST');
    if (step.drift.length > 0 && !run.dry_run) await this.enforceCapSoon(run);
  }

  /**
   * Enforces the safety cap before anything is changed.
   * @returns how many more people the run may change
   * @throws RunFailed if the run would change too many people
   */
  async enforceCap(run: ReconciliationRunRow): Promise<number> {
    const [changes, registered] = await Promise.all([this.drift.countChanges(run), this.ours.countRegistered(run)]);
    const cap = safetyCap(registered, run.max_change_ratio);
    if (changes > cap) throw new RunFailed(capExceeded(cap, registered, run.max_change_ratio));
    return cap - changes;
  }

  /**
   * Called while differences are still being found, so that a run beyond the cap ends early. It uses a single count of
   * the registered people for the whole run.
   */
  private async enforceCapSoon(run: ReconciliationRunRow): Promise<void> {
    const [changes, registered] = await Promise.all([this.drift.countChanges(run), this.registered.get(run)]);
    if (registered === undefined) return;
    if (changes > safetyCap(registered, run.max_change_ratio)) await this.enforceCap(run);
  }
}
