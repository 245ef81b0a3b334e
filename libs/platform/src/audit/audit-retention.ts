import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { AppConfig } from '../config/app-config.js';
import { Database } from '../database/database.js';
import { systemCaller } from '../identity/caller.js';
import { AuditRetentionRepository } from './audit-retention.repository.js';
import { AuditTrail } from './audit-trail.js';
import { PRUNED } from './pruning.js';

const DAY_MS = 86_400_000;

/**
 * Deletes seals older than AUDIT_RETENTION_DAYS, with their events, from the beginning of the chain. The last deleted seal is stored as the
 * anchor.
 */
@Injectable()
export class AuditRetention {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly repository: AuditRetentionRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  async pruneAll(): Promise<void> {
    const { auditRetentionDays } = this.config;
    if (!auditRetentionDays) return;
    const before = new Date(this.clock.now().getTime() - auditRetentionDays * DAY_MS);
    for (const tenantId of await this.repository.tenantsToPrune(before)) {
      while ((await this.prune(tenantId, before)) > 0);
    }
  }

  /** Prunes one batch of seals, and records the pruning as an event of the same chain. @returns the number of pruned seals */
  async prune(tenantId: string, before: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const pruned = await this.repository.prune(tx, tenantId, before);
      if (pruned === undefined) return 0;
      const { sequence, events, hash, seals } = pruned;
      await this.trail.record(tx, systemCaller(tenantId, 'retention'), {
        action: PRUNED,
        detail: { sequence, events, hash: hash.toString('hex'), before: before.toISOString() },
      });
      return seals;
    });
  }
}
