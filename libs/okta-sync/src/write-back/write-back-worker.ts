import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { OktaUserGateway } from '@rollcall/okta';
import { AppConfig, type RunningTimer, startInterval } from '@rollcall/platform';
import { REGISTRATION_CHANNEL, readWakePayload } from '../ledger/registration-channel.js';
import { WorkerPresence } from '../ledger/worker-presence.js';
import { LaneFactory } from './lane-factory.js';
import type { WriteBackLane } from './write-back-lane.js';

/**
 * Interval at which a worker looks for work without a notification. This finds commits made while the worker did not
 * listen, and rows of workers that have ended.
 */
const TICK_MS = 1_000;
/** After this number of ticks idle lanes are removed, together with what they have learned about their targets. */
const FORGET_EVERY = 2;

/**
 * Writes the desired values of the ledger to the targets. It listens for commits, and runs one lane per integration.
 * Several workers may run at the same time.
 */
@Injectable()
export class WriteBackWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(WriteBackWorker.name);
  private readonly lanes = new Map<string, WriteBackLane>();
  private looks = 0;
  private unlisten: (() => Promise<void>) | undefined;
  private timer: RunningTimer | undefined;
  private looking: Promise<void> | undefined;
  private state: 'NEW' | 'RUNNING' | 'STOPPED' = 'NEW';

  constructor(
    private readonly config: AppConfig,
    private readonly presence: WorkerPresence,
    private readonly factory: LaneFactory,
    private readonly gateway: OktaUserGateway,
  ) {}

  get running(): boolean {
    return this.state === 'RUNNING';
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.worker) await this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  async start(): Promise<void> {
    if (this.state !== 'NEW') return;
    this.state = 'RUNNING';
    this.unlisten = await this.presence.listen(REGISTRATION_CHANNEL, (payload) => this.hear(payload));
    this.timer = startInterval(() => this.look(), TICK_MS);
    this.look();
  }

  /** Stops claiming rows, and waits until all running requests have ended and are settled. */
  async stop(): Promise<void> {
    if (this.state !== 'RUNNING') return;
    this.state = 'STOPPED';
    this.timer?.stop();
    await this.looking;
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
    await this.unlisten?.();
  }

  private hear(payload: string): void {
    const wake = readWakePayload(payload);
    if (!wake) return this.look();
    const lane = this.laneOf(wake.key);
    if (wake.reason === 'settings') lane?.reset();
    else lane?.wake();
  }

  private look(): void {
    this.looking ??= this.findWork()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => (this.looking = undefined));
  }

  private async findWork(): Promise<void> {
    this.looks += 1;
    if (this.looks % FORGET_EVERY === 0) this.forgetIdleLanes();
    const { due, sweeps, anyOktaOrg } = await this.factory.findWork();
    if (anyOktaOrg) await this.gateway.warm();
    for (const key of sweeps) this.laneOf(key)?.refresh();
    for (const key of due) this.laneOf(key)?.wake();
  }

  private forgetIdleLanes(): void {
    for (const [name, lane] of this.lanes) if (lane.idle) this.lanes.delete(name);
  }

  private laneOf(key: IntegrationKey): WriteBackLane | undefined {
    if (!this.running) return undefined;
    const name = `${key.tenantId}/${key.integrationId}`;
    const known = this.lanes.get(name);
    if (known) return known;
    const lane = this.factory.laneFor(key);
    this.lanes.set(name, lane);
    return lane;
  }
}
