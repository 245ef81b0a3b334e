import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: an anchor of the audit chain is valid only if an event records the pruning. This adds the events for anchors of earlier releases.
 */
export class AuditPrunings1796000001500 implements MigrationInterface {
  name = 'AuditPrunings1796000001500';

  async up(runner: QueryRunner): Promise<void> {
    // The id is a UUID of version 7, as newId makes them: events are listed in its order.
    await runner.query(`
      insert into audit_events (tenant_id, id, actor_type, actor_id, actor_name, action, detail)
      select tenant_id,
        (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
          || '8' || substr(md5(random()::text), 1, 15))::uuid,
        'SYSTEM', 'retention', 'retention', 'audit.pruned',
        jsonb_build_object('sequence', sequence, 'events', events, 'hash', encode(hash, 'hex'), 'before', pruned_at)
      from audit_anchors
    `);
  }

  async down(): Promise<void> {
    // Events are never deleted.
  }
}
