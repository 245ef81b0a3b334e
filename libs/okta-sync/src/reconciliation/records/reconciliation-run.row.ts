import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type RunStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

/**
 * What a run does next. LIST_OKTA: list the target's side. LIST_OURS: list our side. REPAIR: requeue the differences.
 * AWAIT: wait until they are written.
 */
export type RunPhase = 'LIST_OKTA' | 'LIST_OURS' | 'REPAIR' | 'AWAIT';

@Entity('reconciliation_runs')
@Index('reconciliation_runs_active', { synchronize: false })
@Index('reconciliation_runs_integration', ['tenant_id', 'integration_id', 'id'])
@Index('reconciliation_runs_age', ['created_at'])
export class ReconciliationRunRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_runs_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_runs_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('boolean') dry_run!: boolean;
  @Column('double precision') max_change_ratio!: number;
  @Column('text') requested_by!: string;
  @Column('boolean', { default: false }) scheduled!: boolean;
  @Column('text', { default: 'QUEUED' }) status!: RunStatus;
  @Column('text', { default: 'LIST_OKTA' }) phase!: RunPhase;
  /** Position within the phase: the link to Okta's next page, or the last identity id. */
  @Column('text', { nullable: true }) position!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { nullable: true }) started_at!: Date | null;
  @Column('timestamptz', { nullable: true }) finished_at!: Date | null;
  @Column('timestamptz', { nullable: true }) locked_until!: Date | null;
  @Column('uuid', { nullable: true }) locked_by!: string | null;
  @Column('boolean', { default: false }) cancel_requested!: boolean;
  @Column('integer', { default: 0 }) examined!: number;
  @Column('integer', { default: 0 }) drifted!: number;
  @Column('integer', { default: 0 }) repaired!: number;
  @Column('integer', { default: 0 }) failed!: number;
  @Column('integer', { default: 0 }) okta_requests!: number;
  @Column('text', { nullable: true }) error!: string | null;
  /** Number of people without data from the target. `first_refusal` is the target's answer for the first of them. */
  @Column('integer', { default: 0 }) refused!: number;
  @Column('text', { nullable: true }) first_refusal!: string | null;
  /** `updated_at` of the settings with which the run began. */
  @Column('timestamptz', { nullable: true }) settings_at!: Date | null;
}
