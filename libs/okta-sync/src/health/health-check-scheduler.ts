import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { AppConfig, Database, systemCaller, type RunningTimer, startInterval } from '@rollcall/platform';
import { REGISTRATION_CHANNEL, readWakePayload } from '../ledger/registration-channel.js';
import { Doctor } from './doctor.js';
import { DoctorVisitsRepository } from './doctor-visits.repository.js';

const TICK_MS = 15_000;
/**
 * Checks every integration once a day, and after each change of its settings. A paused integration is checked more
 * often, because the cause of the pause may have been fixed at the target.
 */
@Injectable()
export class HealthCheckScheduler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(HealthCheckScheduler.name);
  private unlisten: (() => Promise<void>) | undefined;
  private timer: RunningTimer | undefined;
  private underWay: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly visits: DoctorVisitsRepository,
    private readonly doctor: Doctor,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.worker) return;
    this.unlisten = await this.database.listen(REGISTRATION_CHANNEL, (payload) => {
      const wake = readWakePayload(payload);
      if (wake?.reason === 'settings') this.enqueue(() => this.visit(wake.key));
    });
    this.timer = startInterval(() => this.enqueue(() => this.round()), TICK_MS);
    this.enqueue(() => this.round());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timer?.stop();
    await this.unlisten?.();
    await this.underWay;
  }

  private async round(): Promise<void> {
    for (const key of await this.visits.takeDue()) if (!this.stopped) await this.examine(key);
  }

  private async visit(key: IntegrationKey): Promise<void> {
    if (await this.visits.take(key)) await this.examine(key);
  }

  private async examine({ tenantId, integrationId }: IntegrationKey): Promise<void> {
    await this.doctor.examine(systemCaller(tenantId, 'doctor'), integrationId);
  }

  private enqueue(work: () => Promise<void>): void {
    this.underWay = this.underWay
      .then(async () => {
        if (!this.stopped) await work();
      })
      .catch((error: unknown) => this.log.warn(error));
  }
}
