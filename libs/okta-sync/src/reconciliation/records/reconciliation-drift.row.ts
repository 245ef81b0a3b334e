import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DriftKind } from './drift.js';

/** One difference that a run found. */
@Entity('reconciliation_drift')
@Index('reconciliation_drift_subject', { synchronize: false })
export class ReconciliationDriftRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_drift_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_drift_pkey' }) run_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_drift_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('uuid', { nullable: true }) identity_id!: string | null;
  @Column('text', { nullable: true }) okta_user_id!: string | null;
  @Column('text') kind!: DriftKind;
  @Column('boolean', { nullable: true }) expected!: boolean | null;
  @Column('boolean', { nullable: true }) actual!: boolean | null;
  @Column('timestamptz', { default: () => 'now()' }) found_at!: Date;
  @Column('timestamptz', { nullable: true }) repaired_at!: Date | null;
  @Column('text', { nullable: true }) error!: string | null;
}
