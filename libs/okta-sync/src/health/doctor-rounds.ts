import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  CheckStatus,
  isPausedByHand,
  RegistrationSyncService,
  type HealthCheck,
} from '@rollcall/directory-integration';
import { AppConfig, Database, systemCaller, type RunningTimer, startInterval } from '@rollcall/platform';
import { REGISTRATION_CHANNEL, readWakePayload } from '../ledger/registration-channel.js';
import { Doctor } from './doctor.js';
import { DoctorVisitsRepository } from './doctor-visits.repository.js';

const TICK_MS = 60_000;
/** What must be well before a pause is lifted without anybody asking: of Okta, or of a SCIM server. */
const VITAL = [
  ['okta-domain', 'okta-credentials', 'okta-attribute'],
  ['target-server', 'target-credentials', 'target-filter'],
];
/** What must not be ill. */
const FATAL = new Set(['okta-rights', 'target-attribute', 'target-patch']);

/** Examines every integration once a day, after each change of its settings, and a paused one more often: it may have been cured in Okta. */
@Injectable()
export class DoctorRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(DoctorRounds.name);
  private unlisten: (() => Promise<void>) | undefined;
  private timer: RunningTimer | undefined;
  private underWay: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly visits: DoctorVisitsRepository,
    private readonly doctor: Doctor,
    private readonly syncs: RegistrationSyncService,
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
    const caller = systemCaller(tenantId, 'doctor');
    const checks = await this.doctor.examine(caller, integrationId);
    const settings = await this.syncs.find(tenantId, integrationId);
    if (!settings?.pausedReason || isPausedByHand(settings.pausedReason)) return;
    if (isWell(checks)) await this.syncs.resume(caller, integrationId);
  }

  private enqueue(work: () => Promise<void>): void {
    this.underWay = this.underWay
      .then(async () => {
        if (!this.stopped) await work();
      })
      .catch((error: unknown) => this.log.warn(error));
  }
}

function isWell(checks: readonly HealthCheck[]): boolean {
  const well = new Set(checks.filter(({ status }) => status === CheckStatus.OK).map(({ name }) => name));
  const ill = checks.some(({ name, status }) => FATAL.has(name) && status === CheckStatus.FAIL);
  return VITAL.some((vital) => vital.every((name) => well.has(name))) && !ill;
}
