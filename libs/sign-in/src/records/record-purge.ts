import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Database } from '@rollcall/platform';
import { PersonSessionRepository } from '../person-sessions/person-session.repository.js';
import { SignInEventRepository } from '../log/sign-in-event.repository.js';
import { SignInLog } from '../log/sign-in-log.js';

const PURGE_EVERY_MS = 60_000;
/** Maximum records per statement, and maximum statements per round. */
const BATCH = 1000;
const MAX_BATCHES = 20;
/** The sign-in log keeps events for 90 days, and keeps at most this number of events per integration. */
const KEEP_MS = 90 * 24 * 3_600_000;
const KEEP_EACH = 100_000;
/** The log is trimmed once per this number of rounds. */
const TRIM_EVERY = 60;

interface EndedInteraction {
  tenant_id: string;
  integration_id: string;
  unfinished: boolean;
}

/**
 * Deletes the records of ended flows and of ended sessions at /me. Logs abandoned sign-ins, and trims the sign-in log.
 */
@Injectable()
export class RecordPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RecordPurge.name);
  private timer: NodeJS.Timeout | undefined;
  private rounds = 0;

  constructor(
    private readonly database: Database,
    private readonly events: SignInEventRepository,
    private readonly sessions: PersonSessionRepository,
    private readonly log: SignInLog,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.round(), PURGE_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @returns the number of removed records */
  async purge(): Promise<number> {
    let removed = 0;
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const ended = await this.removeBatch();
      removed += ended.length;
      for (const { tenant_id: tenantId, integration_id: integrationId } of ended.filter(
        ({ unfinished }) => unfinished,
      )) {
        const visitor = { ip: undefined, userAgent: undefined };
        await this.log.record({ tenantId, integrationId }, { ...visitor, outcome: 'ABANDONED', reason: 'EXPIRED' });
      }
      if (ended.length < BATCH) break;
    }
    return removed;
  }

  /** Trims the sign-in log by age and by number. @param most maximum number of events of each integration */
  async trimLog(most = KEEP_EACH): Promise<void> {
    await this.events.deleteBefore(new Date(this.clock.now().getTime() - KEEP_MS));
    await this.events.trim(most);
  }

  /** Replicas that purge at the same time remove different records. */
  private removeBatch(): Promise<EndedInteraction[]> {
    return this.database.query<EndedInteraction>(
      `delete from sign_in_records where (tenant_id, integration_id, model, id_hash) in (
         select tenant_id, integration_id, model, id_hash from sign_in_records where expires_at < $1
         order by expires_at limit ${BATCH} for update skip locked)
       returning tenant_id, integration_id, model = 'Interaction' and not payload ? 'result' as unfinished`,
      [this.clock.now()],
    );
  }

  private async round(): Promise<void> {
    try {
      await this.purge();
      await this.sessions.deleteExpired(this.clock.now());
      this.rounds += 1;
      if (this.rounds % TRIM_EVERY !== 1) return;
      await this.trimLog();
    } catch (error) {
      this.logger.warn(`Ended sign-ins could not be removed: ${String(error)}`);
    }
  }
}
