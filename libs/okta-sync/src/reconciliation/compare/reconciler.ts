import { Injectable } from '@nestjs/common';
import { monotonicNow } from '@rollcall/platform';
import type { RegistrationTarget } from '../../target/registration-target.js';
import { OurList } from './our-list.js';
import { RemoteSide } from './remote-side.js';
import type { LocalRegistration } from './plan-reconciliation.js';
import type { ReconciliationRunRow, RunPhase } from '../records/reconciliation-run.row.js';
import { ReconciliationRunRepository } from '../records/reconciliation-run.repository.js';
import { ListExpired, RunAborted } from '../records/run-aborted.js';
import { RunRecorder } from './run-recorder.js';
import { joined, type RunStep } from './run-step.js';

/** Interval between checkpoints. After a crash, a run repeats at most this much work. */
const CHECKPOINT_MS = 1_000;
const MAX_DRIFT = 1_000;
const MAX_RESTARTS = 3;

/** Compares both sides of one integration, and records every difference. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly runs: ReconciliationRunRepository,
    private readonly recorder: RunRecorder,
    private readonly remoteSide: RemoteSide,
    private readonly ourList: OurList,
  ) {}

  /** @throws RunFailed, RunAborted */
  async compare(target: RegistrationTarget, run: ReconciliationRunRow, signal: AbortSignal): Promise<void> {
    if (!run.dry_run) this.recorder.expectChanges(run);
    let first: Promise<LocalRegistration[]> | undefined;
    const onListed = (): void => {
      first = this.ourList.first(run);
      first.catch(() => undefined);
    };
    if (run.phase === 'LIST_OKTA') await this.listRemote(target, run, onListed, signal);
    if (run.phase === 'LIST_OKTA' || run.phase === 'LIST_OURS') {
      const steps = this.ourList.steps(target, run, first ?? this.ourList.first(run), signal);
      await this.follow(run, steps, 'LIST_OURS', 'REPAIR');
    }
  }

  /** Lists the target's side. Page links expire, so after a long interruption the list starts from the beginning. */
  private async listRemote(
    target: RegistrationTarget,
    run: ReconciliationRunRow,
    onListed: () => void,
    signal: AbortSignal,
  ): Promise<void> {
    let from = run.position ?? undefined;
    for (let restarts = 0; ; restarts += 1) {
      try {
        const steps = this.remoteSide.steps(target, run, from, onListed, signal);
        return await this.follow(run, steps, 'LIST_OKTA', 'LIST_OURS');
      } catch (error) {
        if (!(error instanceof ListExpired) || restarts === MAX_RESTARTS) throw error;
        if (!(await this.runs.listAnew(run))) throw new RunAborted('LEASE_LOST');
        from = undefined;
      }
    }
  }

  /** Executes the steps. Writes a checkpoint at intervals, at the end, and after an error. */
  private async follow(
    run: ReconciliationRunRow,
    steps: AsyncGenerator<RunStep>,
    phase: RunPhase,
    after: RunPhase,
  ): Promise<void> {
    let unsaved: RunStep | undefined;
    let savedAt = monotonicNow();
    const save = async (step: RunStep): Promise<void> => {
      unsaved = undefined;
      await this.recorder.record(run, step, phase, after);
      savedAt = monotonicNow();
    };
    try {
      for await (const step of steps) {
        unsaved = joined(unsaved, step);
        const late = monotonicNow() - savedAt >= CHECKPOINT_MS;
        if (late || step.next === undefined || unsaved.drift.length >= MAX_DRIFT) await save(unsaved);
      }
    } catch (error) {
      if (unsaved) await save(unsaved).catch(() => undefined);
      throw error;
    }
  }
}
