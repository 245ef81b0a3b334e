import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { DirectoryIntegrationRepository, type ScimTouch } from './directory-integration.repository.js';

/** Precision of the time of the last SCIM request. An integration's time is therefore written at most once in this interval. */
const RESOLUTION_MS = 10_000;
/** Requests are collected for this time, and then written in one statement. It is short, so that the setup checklist updates at once. */
const GATHER_MS = 200;
/**
 * Maximum number of integrations whose time is remembered. At the maximum all times are forgotten, which costs one
 * early write per integration.
 */
const MAX_REMEMBERED = 10_000;

/** Records the last SCIM request of each integration, without delaying the request. */
@Injectable()
export class ScimTouches implements BeforeApplicationShutdown {
  private readonly log = new Logger(ScimTouches.name);
  private readonly notedAt = new Map<string, number>();
  private pending: ScimTouch[] = [];
  private timer: NodeJS.Timeout | undefined;
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly integrations: DirectoryIntegrationRepository,
    private readonly clock: Clock,
  ) {}

  /** Returns without waiting for the database. If the last recorded time is less than 10 seconds ago, the call costs only a map lookup. */
  note(tenantId: string, integrationId: string): void {
    const at = this.clock.now();
    const before = this.notedAt.get(integrationId);
    if (before !== undefined && at.getTime() - before < RESOLUTION_MS) return;
    if (this.notedAt.size >= MAX_REMEMBERED) this.notedAt.clear();
    this.notedAt.set(integrationId, at.getTime());
    this.pending.push({ tenantId, integrationId, at });
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MS).unref();
  }

  /** Writes the recorded times. A failure is only logged, because a later request records a newer time. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const touches = this.pending;
    this.pending = [];
    if (touches.length > 0) this.written = this.written.then(() => this.write(touches));
    return this.written;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private async write(touches: ScimTouch[]): Promise<void> {
    try {
      await this.integrations.touch(touches);
    } catch (error) {
      this.log.warn(`last_scim_request_at: ${String(error)}`);
    }
  }
}
