import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People of one page of Okta's list that the current run found registered on both sides. */
@Entity('reconciliation_pages')
export class ReconciliationPageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_pages_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_pages_pkey' }) run_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_pages_pkey' }) id!: string;
  @Column('uuid', { array: true }) identity_ids!: string[];
}
