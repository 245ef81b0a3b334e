import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import {
  AppConfig,
  backoffMs,
  Clock,
  Database,
  monotonicNow,
  random,
  type RunningTimer,
  startInterval,
} from '@rollcall/platform';
import { deliveryErrorOf } from './delivery/delivery-error.js';
import { WebhookEvent } from './webhook-event.js';
import { SilentEndpoints } from './delivery/silent-endpoints.js';
import { webhookHeaders } from './delivery/webhook-signature.js';
import { WebhookRepository, type DueMessage } from './webhook.repository.js';
import { WebhookSender } from './delivery/webhook-sender.js';

const TICK_MS = 1_000;
const HOUSEKEEPING_MS = 3_600_000;
const AT_ONCE = 8;
/** With pauses of at most a quarter of an hour between attempts, a receiver may be down for about a day. */
const MAX_ATTEMPTS = 100;
const GONE = 'The receiver answered 410: it is gone';

/**
 * Delivers webhook messages. Each message is delivered at least once, and messages may arrive in any order. A receiver
 * that answers 410 receives no further messages.
 */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(WebhookWorker.name);
  private timers: RunningTimer[] = [];
  private underWay: Promise<void> | undefined;
  private stopped = false;
  private readonly silent = new SilentEndpoints();

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly repository: WebhookRepository,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.timers = [
      startInterval(() => this.look(), TICK_MS),
      startInterval(() => void this.keepHouse(), HOUSEKEEPING_MS),
    ];
    void this.keepHouse();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => timer.stop());
    await this.underWay;
  }

  private look(): void {
    this.underWay ??= this.deliverAll()
      .catch((error: unknown) => this.log.warn(error))
      .finally(() => (this.underWay = undefined));
  }

  private async deliverAll(): Promise<void> {
    for (;;) {
      const messages = this.stopped ? [] : await this.repository.claim(AT_ONCE, this.silent.list(monotonicNow()));
      await Promise.all(messages.map((message) => this.deliver(message)));
      if (messages.length < AT_ONCE) return;
    }
  }

  private async deliver(message: DueMessage): Promise<void> {
    const body = JSON.stringify({
      type: message.type,
      timestamp: message.created_at.toISOString(),
      data: message.data,
    });
    try {
      const signed = webhookHeaders(this.repository.openSecret(message), message.id, this.clock.now(), body);
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...signed,
      };
      const status = await this.sender.send(message.url, headers, body).catch((error: unknown) => {
        this.silent.note(message.endpoint_id, monotonicNow());
        throw error;
      });
      this.silent.forget(message.endpoint_id);
      if (status >= 200 && status < 300) return await this.repository.delivered(message, status);
      if (status === 410) await this.repository.disable(this.database, message.tenant_id, message.endpoint_id, GONE);
      await this.fail(message, `The receiver answered ${status}`, status);
    } catch (error) {
      await this.fail(message, deliveryErrorOf(error));
    }
  }

  private async fail(message: DueMessage, error: string, status?: number): Promise<void> {
    const dueInMs = message.attempts >= MAX_ATTEMPTS ? null : backoffMs(message.attempts, random());
    await this.repository.failed(message, error, status, dueInMs);
  }

  private async keepHouse(): Promise<void> {
    try {
      await this.repository.publishExpiring(WebhookEvent.CREDENTIAL_EXPIRING);
      await this.repository.deleteOld();
    } catch (error) {
      this.log.warn(error);
    }
  }
}
