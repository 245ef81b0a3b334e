import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Sql } from '../database/sql.js';
import { type ChainPoint } from './seal.js';

/** Maximum number of seals that one transaction deletes. */
const BATCH = 50;

@Injectable()
export class AuditRetentionRepository {
  constructor(private readonly database: Database) {}

  async tenantsToPrune(before: Date): Promise<string[]> {
    const rows = await this.database.query<{ tenant_id: string }>(
      'select distinct tenant_id from audit_seals where newest_at < $1',
      [before],
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }

  /**
   * Deletes old seals with their events. No other code deletes audit events: the triggers allow it for this tenant until the end of the
   * transaction.
   * @returns the last pruned seal and the number of pruned seals; undefined if no seal is old enough
   */
  async prune(tx: Sql, tenantId: string, before: Date): Promise<(ChainPoint & { seals: number }) | undefined> {
    await tx.query(`select set_config('rollcall.audit_pruning', $1::uuid::text, true)`, [tenantId]);
    const seals = await tx.query<{ sequence: string; newest_at: Date; events: string; hash: Buffer }>(
      `select sequence, newest_at, events, hash from audit_seals where tenant_id = $1 and newest_at < $2 order by sequence limit $3 for update`,
      [tenantId, before, BATCH],
    );
    const anchor = seals.at(-1);
    if (anchor === undefined) return undefined;
    const last = anchor.sequence;
    await tx.execute(
      `insert into audit_anchors (tenant_id, sequence, newest_at, events, hash)
       select tenant_id, sequence, newest_at, events, hash from audit_seals where tenant_id = $1 and sequence = $2
       on conflict (tenant_id) do update set sequence = excluded.sequence, newest_at = excluded.newest_at,
         events = excluded.events, hash = excluded.hash, pruned_at = now()`,
      [tenantId, last],
    );
    await tx.execute(
      `delete from audit_events where tenant_id = $1 and id in
         (select unnest(event_ids) from audit_seals where tenant_id = $1 and sequence <= $2)`,
      [tenantId, last],
    );
    await tx.execute('delete from audit_seals where tenant_id = $1 and sequence <= $2', [tenantId, last]);
    return {
      sequence: Number(last),
      newestAt: anchor.newest_at,
      events: Number(anchor.events),
      hash: anchor.hash,
      seals: seals.length,
    };
  }
}
