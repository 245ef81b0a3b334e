import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { Metrics } from '../metrics/metrics.js';
import { AuditChain } from './audit-chain.js';
import { AuditRetention } from './audit-retention.js';
import type { ChainPoint } from './seal.js';

const TICK_MS = 500;
/** Interval of logging changed chain heads and pruning audit events that are older than the retention. */
const HOUSEKEEPING_MS = 3_600_000;

/**
 * Seals committed audit events twice a second; several workers may do so at once. Logs the head of each chain, because an attacker who can
 * change the database cannot change the stored logs.
 */
@Injectable()
export class AuditChainer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(AuditChainer.name);
  private readonly sealed = this.metrics.counter({
    name: 'rollcall_audit_events_sealed_total',
    help: 'Audit events that this process sealed.',
  });
  private readonly moved = new Map<string, ChainPoint>();
  private timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Map<string, Promise<void>>();
  private stopped = false;

  constructor(
    private readonly config: AppConfig,
    private readonly chain: AuditChain,
    private readonly retention: AuditRetention,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.timers = [
      setInterval(() => this.start('sealing', () => this.sealAll()), TICK_MS),
      setInterval(() => this.start('housekeeping', () => this.keepHouse()), HOUSEKEEPING_MS),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all(this.underWay.values());
    this.tellHeads();
  }

  /**
   * Starts a job unless it is still running. Sealing and housekeeping are separate jobs, because constant sealing would otherwise prevent
   * housekeeping.
   */
  private start(name: string, work: () => Promise<void>): void {
    if (this.underWay.has(name)) return;
    const done = work()
      .catch((error: unknown) => this.log.warn(error))
      .then(() => void this.underWay.delete(name));
    this.underWay.set(name, done);
  }

  private async sealAll(): Promise<void> {
    for (const tenantId of await this.chain.tenantsToSeal()) {
      for (let more = true; more && !this.stopped;) {
        const head = await this.chain.seal(tenantId);
        if (head) {
          this.sealed.inc(head.sealed);
          this.moved.set(tenantId, head);
        }
        more = head?.full ?? false;
      }
    }
  }

  private async keepHouse(): Promise<void> {
    this.tellHeads();
    await this.retention.pruneAll();
  }

  private tellHeads(): void {
    for (const [tenantId, { sequence, events, hash }] of this.moved) {
      this.log.log({ msg: 'audit chain head', tenantId, sequence, events, hash: hash.toString('hex') });
    }
    this.moved.clear();
  }
}
