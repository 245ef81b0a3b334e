import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Caller } from '@rollcall/platform';

export const BATCH_STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

/**
 * A batch: a worker creates enrollment links for all people of an integration or group. The row has its progress and
 * the secret of its links.
 */
@Entity('enrollment_batches')
@Index('enrollment_batches_active', ['tenant_id', 'integration_id'], {
  unique: true,
  where: `status in ('QUEUED', 'RUNNING')`,
})
export class EnrollmentBatchRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_batches_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_batches_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  /** The group; null if the batch is for all people of the integration. */
  @Column('uuid', { nullable: true }) group_id!: string | null;
  @Column('jsonb') actor!: Caller['actor'];
  /** The token of the administrator who started the batch; null for the root administrator. */
  @Column('uuid', { nullable: true }) admin_token_id!: string | null;
  @Column('timestamptz') created_at!: Date;
  /** When the links expire. */
  @Column('timestamptz') expires_at!: Date;
  /** True: open links are replaced. False: open links are kept, and the people who have one are skipped. */
  @Column('boolean') renew!: boolean;
  @Column('text', { default: 'QUEUED' }) status!: BatchStatus;
  /** The sealed secret; null once the links may no longer be fetched. */
  @Column('text', { nullable: true }) sealed_secret!: string | null;
  @Column('integer') total!: number;
  @Column('integer', { default: 0 }) examined!: number;
  @Column('integer', { default: 0 }) created!: number;
  /** Number of people whose open link was kept. */
  @Column('integer', { default: 0 }) kept!: number;
  /** Id of the last person that was processed. */
  @Column('uuid', { nullable: true }) position!: string | null;
  /** Number of consecutive failed steps. */
  @Column('integer', { default: 0 }) failures!: number;
  @Column('text', { nullable: true }) error!: string | null;
  @Column('uuid', { nullable: true }) locked_by!: string | null;
  @Column('timestamptz', { nullable: true }) locked_until!: Date | null;
  @Column('timestamptz', { nullable: true }) finished_at!: Date | null;
  @Column('timestamptz', { nullable: true }) links_until!: Date | null;
}
