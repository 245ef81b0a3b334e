import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An endpoint of a tenant. */
@Entity('webhook_endpoints')
export class WebhookEndpointRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoints_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoints_pkey' }) id!: string;
  @Column('text') url!: string;
  @Column('text', { array: true }) events!: string[];
  @Column('text') sealed_secret!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  /** Since this time nothing is sent, because the receiver answered 410 or an administrator paused the endpoint. */
  @Column('timestamptz', { nullable: true }) disabled_at!: Date | null;
  @Column('text', { nullable: true }) disabled_reason!: string | null;
}
