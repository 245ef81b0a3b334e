import { Injectable, Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { IntegrationChecks, IntegrationExaminers } from '@rollcall/directory-integration';
import { Database, type Sql, startInterval, systemNow } from '@rollcall/platform';
import { SyncTargets } from '../write-back/sync-targets.js';
import { DriftRepository } from './records/drift.repository.js';
import { Reconciler } from './compare/reconciler.js';
import { incompleteReason } from './records/refusals.js';
import { ReconciliationRunRepository } from './records/reconciliation-run.repository.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { ReconciliationRunRow } from './records/reconciliation-run.row.js';
import { RepairQueue } from './repair/repair-queue.js';
import { RepairWait } from './repair/repair-wait.js';
import { RunAborted, RunFailed, SyncStopped } from './records/run-aborted.js';
import { RunRecorder } from './compare/run-recorder.js';

const BEAT_MS = 2_000;

/** Executes one run from its checkpoint to its end; renews its lease and reacts to cancellation. */
@Injectable()
export class RunExecution {
  private readonly log = new Logger(RunExecution.name);

  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunRepository,
    private readonly targets: SyncTargets,
    private readonly reconciler: Reconciler,
    private readonly recorder: RunRecorder,
    private readonly drift: DriftRepository,
    private readonly repairs: RepairQueue,
    private readonly repairWait: RepairWait,
    private readonly examiners: IntegrationExaminers,
    private readonly checks: IntegrationChecks,
  ) {}

  async execute(run: ReconciliationRunRow, stop: AbortSignal): Promise<void> {
    const controller = new AbortController();
    const onStop = (): void => controller.abort(new RunAborted('SHUTDOWN'));
    stop.addEventListener('abort', onStop);
    const timer = startInterval(
      () => void this.beat(run, controller).catch((error: unknown) => this.log.warn(error)),
      BEAT_MS,
    );
    try {
      if (stop.aborted) onStop();
      await this.beat(run, controller);
      await this.carryThrough(run, controller.signal);
      await this.runs.finish(run, 'SUCCEEDED', null);
    } catch (error) {
      await this.end(run, error);
    } finally {
      timer.stop();
      stop.removeEventListener('abort', onStop);
    }
  }

  private async carryThrough(run: ReconciliationRunRow, signal: AbortSignal): Promise<void> {
    const key = { tenantId: run.tenant_id, integrationId: run.integration_id };
    const target = await this.targets.find(key);
    if (!target)
      throw new RunFailed('The registration sync of this integration is not configured, or has no credentials');
    await this.examine(key);
    if (run.phase !== 'AWAIT') await this.compare(target, run, signal);
    if (!run.dry_run) await this.repair(target, run, signal);
    const missing = incompleteReason(target.label, await this.runs.refusals(run));
    if (missing !== undefined) throw new RunFailed(missing);
  }

  /**
   * Runs the health checks that other libraries register, such as the checks of sign-in in Okta. Their findings do not
   * change the outcome of the run.
   */
  private async examine(key: IntegrationKey): Promise<void> {
    try {
      const findings = await this.examiners.examine(key);
      if (findings.length === 0) return;
      const checkedAt = new Date(systemNow());
      const checks = findings.map((finding) => ({ ...finding, checkedAt }));
      await this.checks.save(key.tenantId, key.integrationId, checks);
    } catch (error) {
      this.log.warn(error);
    }
  }

  private async compare(target: RegistrationTarget, run: ReconciliationRunRow, signal: AbortSignal): Promise<void> {
    await this.requireSameSettings(this.database, run);
    await this.reconciler.compare(target, run, signal);
    await this.requireSameSettings(this.database, run);
  }

  private async repair(target: RegistrationTarget, run: ReconciliationRunRow, signal: AbortSignal): Promise<void> {
    if (!(await this.targets.open(target)))
      throw new SyncStopped('The registration sync was paused or switched off: nothing was repaired');
    if (run.phase !== 'AWAIT') await this.handRepairs(run);
    await this.repairWait.wait(target, run, signal);
  }

  private async requireSameSettings(sql: Sql, run: ReconciliationRunRow): Promise<void> {
    if (await this.runs.isOutdated(sql, run))
      throw new RunFailed('The settings of the registration sync changed during the run: start another reconciliation');
  }

  /**
   * Requeues the differences. Until the commit, the settings cannot be changed. So the sweep that follows a change of
   * settings also covers these rows.
   */
  private async handRepairs(run: ReconciliationRunRow): Promise<void> {
    const room = await this.recorder.enforceCap(run);
    const held = await this.database.transaction(async (tx) => {
      await this.requireSameSettings(tx, run);
      await this.drift.leaveParked(tx, run, room);
      await this.repairs.hand(tx, run);
      return this.runs.advance(tx, run, { phase: 'AWAIT', position: null });
    });
    if (!held) throw new RunAborted('LEASE_LOST');
  }

  private async beat(run: ReconciliationRunRow, controller: AbortController): Promise<void> {
    const { held, cancelled } = await this.runs.beat(run);
    if (!held) controller.abort(new RunAborted('LEASE_LOST'));
    else if (cancelled) controller.abort(new RunAborted('CANCELLED'));
  }

  private async end(run: ReconciliationRunRow, error: unknown): Promise<void> {
    if (error instanceof SyncStopped) return this.runs.finish(run, 'CANCELLED', error.message);
    if (error instanceof RunFailed) return this.runs.finish(run, 'FAILED', error.message);
    if (!(error instanceof RunAborted)) {
      this.log.error(error);
      return this.runs.finish(
        run,
        'FAILED',
        `Failed on our side: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (error.reason === 'CANCELLED') return this.runs.finish(run, 'CANCELLED', null);
    if (error.reason === 'SHUTDOWN') return this.runs.release(run);
  }
}
