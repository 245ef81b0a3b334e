import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { ClaimHandler } from './claim-handler.js';
import { ClaimReader } from './claim-reader.js';
import { LateWrites } from '../ledger/late-writes.js';
import { WorkerPresence } from '../ledger/worker-presence.js';
import { LaneIdleNotifier } from './lane-idle-notifier.js';
import { RefusalStreak } from './refusal-streak.js';
import { RegistrationQueue } from '../ledger/registration-queue.js';
import { RegistrationSweeper } from '../ledger/registration-sweeper.js';
import { SyncTargets } from './sync-targets.js';
import { WriteBackLane } from './write-back-lane.js';

/**
 * The sync is paused after this number of refused values in a row. The number is larger than for missing rights,
 * because the schema does not explain these refusals.
 */
const REFUSED_VALUES = 5;

/** Creates lanes, and finds integrations with work to do. */
@Injectable()
export class LaneFactory {
  private readonly refusals = new Map<string, RefusalStreak>();

  constructor(
    private readonly queue: RegistrationQueue,
    private readonly reader: ClaimReader,
    private readonly handler: ClaimHandler,
    private readonly targets: SyncTargets,
    private readonly sweeper: RegistrationSweeper,
    private readonly idleNotifier: LaneIdleNotifier,
    private readonly lateWrites: LateWrites,
    private readonly presence: WorkerPresence,
  ) {}

  laneFor(key: IntegrationKey): WriteBackLane {
    const { queue, reader, handler, targets, sweeper, idleNotifier, lateWrites } = this;
    const refusals = this.refusals.get(key.integrationId) ?? new RefusalStreak(REFUSED_VALUES);
    this.refusals.set(key.integrationId, refusals);
    return new WriteBackLane(key, { queue, reader, handler, targets, sweeper, idleNotifier, lateWrites, refusals });
  }

  async findWork(): Promise<{ due: IntegrationKey[]; sweeps: IntegrationKey[]; anyOktaOrg: boolean }> {
    await this.queue.expireLeases(await this.presence.ended());
    const [due, sweeps, anyOktaOrg] = await Promise.all([
      this.queue.integrationsWithWork(),
      this.sweeper.pending(),
      this.queue.anyOktaOrg(),
    ]);
    return { due, sweeps, anyOktaOrg };
  }
}
