import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message for one endpoint. */
@Entity('webhook_messages')
@Index('webhook_messages_due', { synchronize: false })
@Index('webhook_messages_age', ['created_at'])
@Index('webhook_messages_endpoint', ['tenant_id', 'endpoint_id', 'created_at', 'id'])
@Index('webhook_messages_subject', ['tenant_id', 'endpoint_id', 'type', 'subject'])
export class WebhookMessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_messages_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_messages_pkey' }) id!: string;
  @Column('uuid') endpoint_id!: string;
  @Column('text') type!: string;
  /** Id of the object that the event is about. */
  @Column('text') subject!: string;
  @Column('jsonb') data!: Record<string, unknown>;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true, default: () => 'now()' }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) locked_until!: Date | null;
  @Column('timestamptz', { nullable: true }) delivered_at!: Date | null;
  @Column('text', { nullable: true }) last_error!: string | null;
  @Column('timestamptz', { nullable: true }) attempted_at!: Date | null;
  /** HTTP status of the last answer; null if the last attempt got no answer. */
  @Column('integer', { nullable: true }) last_status!: number | null;
}
