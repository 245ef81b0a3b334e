import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { AppConfig } from '../config/app-config.js';
import { Database } from '../database/database.js';
import type { Caller } from '../identity/caller.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { covers } from './pruning.js';
import { type ChainPoint, sealOf } from './seal.js';
import { type ChainBreak, verifySeal } from './verify-seal.js';

const DAY_MS = 86_400_000;
/** Maximum number of events per seal. */
const BATCH = 1_000;
/** Maximum number of seals that one call verifies. */
const SEALS_AT_ONCE = 20;

export interface Verification {
  /** The last verified point. Pass it to the next call, or store it outside the database to detect a rewritten chain later. */
  point: ChainPoint;
  /** Number of events that this call verified. */
  verified: number;
  /** Number of events that retention deleted. The anchor replaces their seals. */
  pruned: number;
  /** True if the chain has no seal after `point`. */
  done: boolean;
  broken?: ChainBreak;
}

/** Makes the audit trail tamper-evident: seals events into one hash chain per tenant, after the writers have committed them. */
@Injectable()
export class AuditChain {
  constructor(
    private readonly database: Database,
    private readonly repository: AuditChainRepository,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Tenants with unsealed events. */
  tenantsToSeal(): Promise<string[]> {
    return this.repository.tenantsToSeal();
  }

  /** Seals one batch of queued events. @returns the new head; undefined when the queue is empty or another process is sealing */
  async seal(tenantId: string): Promise<(ChainPoint & { full: boolean; sealed: number }) | undefined> {
    return this.database.transaction(async (tx) => {
      if (!(await this.repository.lock(tx, tenantId))) return undefined;
      const events = await this.repository.takeUnsealed(tx, tenantId, BATCH);
      if (events.length === 0) return undefined;
      const seal = sealOf(tenantId, await this.repository.head(tx, tenantId), events, this.clock.now());
      await this.repository.append(tx, tenantId, seal);
      return { ...seal, full: events.length === BATCH, sealed: events.length };
    });
  }

  async head({ tenantId }: Caller): Promise<ChainPoint & { unsealed: number }> {
    const unsealed = await this.repository.unsealedCount(tenantId);
    return { ...(await this.repository.head(this.database, tenantId)), unsealed };
  }

  /**
   * Recomputes the next seals of the chain.
   * @param from where to start: `point` of an earlier call or a stored point; undefined: at the anchor, or at the beginning if nothing was
   * pruned
   */
  async verify({ tenantId }: Caller, from?: { sequence: number; hash: Buffer }): Promise<Verification> {
    const anchor = await this.repository.anchor(this.database, tenantId);
    const pruned = anchor.events;
    const start = await this.startAt(tenantId, anchor, from);
    if ('kind' in start) return { point: anchor, verified: 0, pruned: 0, done: true, broken: start };
    let point = start;
    let verified = 0;
    const seals = await this.repository.seals(tenantId, start.sequence, SEALS_AT_ONCE);
    for (const seal of seals) {
      const broken = verifySeal(tenantId, point, seal, await this.repository.eventsOf(tenantId, seal));
      if (broken) return { point, verified, pruned, done: true, broken };
      point = seal;
      verified += seal.eventIds.length;
    }
    if (seals.length === SEALS_AT_ONCE) return { point, verified, pruned, done: false };
    const stray = await this.repository.strayEvent(tenantId);
    const inserted = stray && { broken: { kind: 'EVENT_INSERTED' as const, sequence: point.sequence, eventId: stray } };
    return { point, verified, pruned, done: true, ...inserted };
  }

  /**
   * An anchor replaces pruned seals. It is valid only if AUDIT_RETENTION_DAYS is set, the seals are older than that, and the chain itself
   * contains a pruning event.
   */
  private async isBelieved(tenantId: string, anchor: ChainPoint): Promise<boolean> {
    const { auditRetentionDays } = this.config;
    const isOld = anchor.newestAt.getTime() <= this.clock.now().getTime() - auditRetentionDays * DAY_MS;
    return auditRetentionDays > 0 && isOld && covers(await this.repository.lastPruning(tenantId), anchor);
  }

  /** Finds the point to start from. A given point is valid only if the seal at its position has the same hash. */
  private async startAt(
    tenantId: string,
    anchor: ChainPoint,
    from: { sequence: number; hash: Buffer } | undefined,
  ): Promise<ChainPoint | ChainBreak> {
    if (anchor.sequence > 0 && !(await this.isBelieved(tenantId, anchor)))
      return { kind: 'SEAL_MISSING', sequence: 1, missing: anchor.events };
    if (from === undefined) return anchor;
    const [seal] = await this.repository.seals(tenantId, from.sequence - 1, 1);
    const point = from.sequence === anchor.sequence ? anchor : seal;
    if (point?.sequence === from.sequence && point.hash.equals(from.hash)) return point;
    return { kind: 'HEAD_CHANGED', sequence: from.sequence };
  }
}
