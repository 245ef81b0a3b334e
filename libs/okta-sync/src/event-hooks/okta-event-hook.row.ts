import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The event hook of an integration: its secret, and the time of its last call. */
@Entity('okta_event_hooks')
export class OktaEventHookRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_event_hooks_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_event_hooks_pkey' }) integration_id!: string;
  @Column('bytea') secret_hash!: Buffer;
  @Column('text') last_four!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { nullable: true }) verified_at!: Date | null;
  @Column('timestamptz', { nullable: true }) last_event_at!: Date | null;
}
