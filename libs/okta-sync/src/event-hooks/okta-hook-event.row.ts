import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A processed event, stored so that a repeated delivery is ignored. */
@Entity('okta_hook_events')
@Index('okta_hook_events_age', ['received_at'])
export class OktaHookEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_hook_events_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_hook_events_pkey' }) integration_id!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_hook_events_pkey' }) event_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) received_at!: Date;
}
