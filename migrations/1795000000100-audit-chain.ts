import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: proves that no audit event was changed, removed or inserted (docs/adr/0011). Each event is queued by a trigger on insert, also for
 * servers of the previous release; a worker seals queued events into one chain per tenant. Stored events are append-only.
 */
export class AuditChain1795000000100 implements MigrationInterface {
  name = 'AuditChain1795000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_unsealed (
        tenant_id uuid not null,
        event_id uuid not null,
        constraint audit_unsealed_pkey primary key (tenant_id, event_id)
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

      create table audit_seals (
        tenant_id uuid not null,
        sequence bigint not null,
        sealed_at timestamptz not null,
        newest_at timestamptz not null,
        events bigint not null,
        event_ids uuid[] not null,
        digests bytea not null,
        previous_hash bytea not null,
        hash bytea not null,
        constraint audit_seals_pkey primary key (tenant_id, sequence)
      );

      create table audit_anchors (
        tenant_id uuid not null,
        sequence bigint not null,
        newest_at timestamptz not null,
        events bigint not null,
        hash bytea not null,
        pruned_at timestamptz not null default now(),
        constraint audit_anchors_pkey primary key (tenant_id)
      );

      create function queue_audit_event() returns trigger language plpgsql as $$
      begin
        insert into audit_unsealed (tenant_id, event_id) values (new.tenant_id, new.id);
        return null;
      end $$;
      create trigger audit_events_queue after insert on audit_events for each row execute function queue_audit_event();

      create function refuse_audit_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('rollcall.audit_pruning', true) = old.tenant_id::text then return old; end if;
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_events_append_only before update or delete on audit_events for each row execute function refuse_audit_change();
      create trigger audit_seals_append_only before update or delete on audit_seals for each row execute function refuse_audit_change();
      create trigger audit_events_not_emptied before truncate on audit_events execute function refuse_audit_change();
      create trigger audit_seals_not_emptied before truncate on audit_seals execute function refuse_audit_change();

      insert into audit_unsealed select tenant_id, id from audit_events;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger audit_events_not_emptied on audit_events;
      drop trigger audit_events_append_only on audit_events;
      drop trigger audit_events_queue on audit_events;
      drop table audit_anchors, audit_seals, audit_unsealed;
      drop function refuse_audit_change;
      drop function queue_audit_event;
    `);
  }
}
