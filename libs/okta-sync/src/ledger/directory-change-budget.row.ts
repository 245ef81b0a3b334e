import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many users a directory may set to false within the current hour, and how many it has set to false. */
@Entity('directory_change_budgets')
export class DirectoryChangeBudgetRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_change_budgets_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_change_budgets_pkey' }) integration_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) started_at!: Date;
  /** The setting that `allowed` was computed from. */
  @Column('double precision') ratio!: number;
  @Column('integer') allowed!: number;
  @Column('integer') spent!: number;
  /** When the first change beyond the budget was held. */
  @Column('timestamptz', { nullable: true }) held_at!: Date | null;
}
