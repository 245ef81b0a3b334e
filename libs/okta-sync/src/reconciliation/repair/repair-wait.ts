import { Injectable } from '@nestjs/common';
import { monotonicNow } from '@rollcall/platform';
import type { RegistrationTarget } from '../../target/registration-target.js';
import { LaneIdleNotifier } from '../../write-back/lane-idle-notifier.js';
import { SyncTargets } from '../../write-back/sync-targets.js';
import { abortableSleep } from '../records/abortable-sleep.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';
import { nextPollDelay } from './next-poll-delay.js';
import { RepairQueue } from './repair-queue.js';
import { RunFailed, SyncStopped } from '../records/run-aborted.js';

/** A run stops waiting if no repair was completed for this long. */
const PATIENCE_MS = 10 * 60_000;

/** Waits until the worker has written a run's repairs. */
@Injectable()
export class RepairWait {
  constructor(
    private readonly repairs: RepairQueue,
    private readonly targets: SyncTargets,
    private readonly lanes: LaneIdleNotifier,
  ) {}

  /** @throws RunFailed if the sync was paused or disabled, or if the repairs make no progress */
  async wait(target: RegistrationTarget, run: ReconciliationRunRow, signal: AbortSignal): Promise<void> {
    let least = Number.POSITIVE_INFINITY;
    let lookedAt = monotonicNow();
    let movedAt = lookedAt;
    for (;;) {
      const rest = this.lanes.next(target);
      const waiting = await this.repairs.collect(run);
      if (waiting === 0) return;
      const now = monotonicNow();
      const done = least - waiting;
      const pause = nextPollDelay({ done, left: waiting, inMs: now - lookedAt });
      lookedAt = now;
      if (waiting < least) {
        least = waiting;
        movedAt = now;
      }
      if (!(await this.targets.open(target)))
        await this.giveUp(run, waiting, 'The registration sync was paused or switched off', SyncStopped);
      if (monotonicNow() - movedAt > PATIENCE_MS)
        await this.giveUp(run, waiting, `${target.label} took none of the repairs for ten minutes`);
      // After a poll without progress the notification is ignored. An idle lane then does not mean that repairs of this
      // run were completed.
      const sleep = abortableSleep(pause, signal);
      await (done > 0 ? Promise.race([rest, sleep]) : sleep);
    }
  }

  private async giveUp(run: ReconciliationRunRow, waiting: number, why: string, failure = RunFailed): Promise<never> {
    await this.repairs.abandon(run, why);
    throw new failure(`${why}: ${waiting} repairs are left to the write-back, which goes on when it can`);
  }
}
