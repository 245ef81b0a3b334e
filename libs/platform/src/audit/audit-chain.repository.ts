import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Sql } from '../database/sql.js';
import type { AuditAnchorRow } from './audit-anchor.row.js';
import type { AuditSealRow } from './audit-seal.row.js';
import { PRUNED } from './pruning.js';
import { type ChainPoint, GENESIS, type Seal, type SealableEvent } from './seal.js';

/** Key of the advisory lock on a chain: an arbitrary 32-bit number that no other advisory lock uses as its first key. */
const LOCK = 1_095_975_251;
/** Columns of an event. `at` is in microseconds since 1970. */
const EVENT = `tenant_id, id, (extract(epoch from at) * 1000000)::bigint::text as at, actor_type, actor_id, actor_name, action,
  integration_id, subject_type, subject_id, detail, request_id`;

/** SQL for the chain of each tenant, in the tables `audit_unsealed`, `audit_seals` and `audit_anchors`. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly database: Database) {}

  /**
   * Tenants with unsealed events. The query jumps from tenant to tenant in the index, so its cost does not depend on the number of events.
   */
  async tenantsToSeal(): Promise<string[]> {
    const rows = await this.database.query<{ tenant_id: string }>(
      `with recursive queued as (
         (select tenant_id from audit_unsealed order by tenant_id limit 1)
         union all
         select (select u.tenant_id from audit_unsealed u where u.tenant_id > q.tenant_id order by u.tenant_id limit 1)
         from queued q where q.tenant_id is not null
       )
       select tenant_id from queued where tenant_id is not null`,
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }

  /** Locks the tenant's chain until the end of the transaction. @returns false when another process is sealing this tenant's events */
  async lock(tx: Sql, tenantId: string): Promise<boolean> {
    const [row] = await tx.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2::uuid::text)) as mine',
      [LOCK, tenantId],
    );
    return row?.mine ?? false;
  }

  /** Removes the oldest events from the queue of unsealed events. @returns them, in the order of their ids */
  async takeUnsealed(tx: Sql, tenantId: string, most: number): Promise<SealableEvent[]> {
    return tx.query<SealableEvent>(
      `with taken as (
         delete from audit_unsealed where tenant_id = $1 and event_id in
           (select event_id from audit_unsealed where tenant_id = $1 order by event_id limit $2)
         returning event_id
       )
       select ${EVENT} from audit_events where tenant_id = $1 and id in (select event_id from taken) order by id`,
      [tenantId, most],
    );
  }

  async append(tx: Sql, tenantId: string, seal: Seal): Promise<void> {
    const { sequence, sealedAt, newestAt, events, eventIds, digests, previousHash, hash } = seal;
    await tx.execute(
      `insert into audit_seals (tenant_id, sequence, sealed_at, newest_at, events, event_ids, digests, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tenantId, sequence, sealedAt, newestAt, events, eventIds, digests, previousHash, hash],
    );
  }

  /** The last seal; the anchor when all seals were pruned. */
  async head(sql: Sql, tenantId: string): Promise<ChainPoint> {
    const [last] = await sql.query<AuditSealRow>(
      'select * from audit_seals where tenant_id = $1 order by sequence desc limit 1',
      [tenantId],
    );
    return last ? toPoint(last) : this.anchor(sql, tenantId);
  }

  /** The point that the first remaining seal follows. */
  async anchor(sql: Sql, tenantId: string): Promise<ChainPoint> {
    const [row] = await sql.query<AuditAnchorRow>('select * from audit_anchors where tenant_id = $1', [tenantId]);
    return row ? toPoint(row) : GENESIS;
  }

  /** Detail of the newest event that records a pruning of the audit trail. */
  async lastPruning(tenantId: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await this.database.query<{ detail: Record<string, unknown> }>(
      'select detail from audit_events where tenant_id = $1 and action = $2 order by id desc limit 1',
      [tenantId, PRUNED],
    );
    return row?.detail;
  }

  async seals(tenantId: string, after: number, most: number): Promise<Seal[]> {
    const rows = await this.database.query<AuditSealRow>(
      'select * from audit_seals where tenant_id = $1 and sequence > $2 order by sequence limit $3',
      [tenantId, after, most],
    );
    return rows.map(toSeal);
  }

  async eventsOf(tenantId: string, seal: Seal): Promise<Map<string, SealableEvent>> {
    const rows = await this.database.query<SealableEvent>(
      `select ${EVENT} from audit_events where tenant_id = $1 and id = any($2)`,
      [tenantId, seal.eventIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async unsealedCount(tenantId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::integer as count from audit_unsealed where tenant_id = $1',
      [tenantId],
    );
    return row?.count ?? 0;
  }

  /**
   * The id of an event that is neither sealed nor queued, because it was inserted while the trigger was off. Searches the events only when
   * the counts do not match.
   */
  async strayEvent(tenantId: string): Promise<string | undefined> {
    const [sum] = await this.database.query<{ stray: boolean }>(
      `select (select count(*) from audit_events where tenant_id = $1)
         <> (select coalesce(sum(cardinality(event_ids)), 0) from audit_seals where tenant_id = $1)
          + (select count(*) from audit_unsealed where tenant_id = $1) as stray`,
      [tenantId],
    );
    if (!sum?.stray) return undefined;
    const [row] = await this.database.query<{ id: string }>(
      `select id from audit_events where tenant_id = $1
       except (select unnest(event_ids) from audit_seals where tenant_id = $1
         union all select event_id from audit_unsealed where tenant_id = $1) order by id limit 1`,
      [tenantId],
    );
    return row?.id;
  }
}

function toPoint({
  sequence,
  newest_at: newestAt,
  events,
  hash,
}: Omit<AuditAnchorRow, 'tenant_id' | 'pruned_at'>): ChainPoint {
  return { sequence: Number(sequence), events: Number(events), newestAt, hash };
}

function toSeal(row: AuditSealRow): Seal {
  const { sealed_at: sealedAt, event_ids: eventIds, digests, previous_hash: previousHash } = row;
  return { ...toPoint(row), sealedAt, eventIds, digests, previousHash };
}
