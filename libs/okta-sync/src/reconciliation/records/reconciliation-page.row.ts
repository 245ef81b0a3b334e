import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Identities that the current run found true on both sides, for a part of Okta's list. */
@Entity('reconciliation_pages')
export class ReconciliationPageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_pages_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_pages_pkey' }) run_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reconciliation_pages_pkey' }) id!: string;
  @Column('uuid', { array: true }) identity_ids!: string[];
}
