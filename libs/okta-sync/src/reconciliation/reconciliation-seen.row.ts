import { Entity, PrimaryColumn } from 'typeorm';

/** People whom a run under way found registered on both sides. */
@Entity('reconciliation_seen')
export class ReconciliationSeenRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_seen_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_seen_pkey' }) run_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_seen_pkey' }) identity_id!: string;
}
