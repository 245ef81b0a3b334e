import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('audit_events')
@Index('audit_events_integration', ['tenant_id', 'integration_id', 'id'])
@Index('audit_events_action', ['tenant_id', 'action', 'id'])
export class AuditEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_events_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_events_pkey' }) id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text') actor_type!: string;
  @Column('text') actor_id!: string;
  @Column('text') actor_name!: string;
  @Column('text') action!: string;
  @Column('uuid', { nullable: true }) integration_id!: string | null;
  @Column('text', { nullable: true }) subject_type!: string | null;
  @Column('text', { nullable: true }) subject_id!: string | null;
  @Column('jsonb', { default: {} }) detail!: Record<string, unknown>;
  @Column('text', { nullable: true }) request_id!: string | null;
}
