import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many users a directory may set to false in the current hour, and how many it has set to false so far. */
@Entity('directory_change_budgets')
export class DirectoryChangeBudgetRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_change_budgets_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_change_budgets_pkey' }) integration_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) started_at!: Date;
  /** The setting from which `allowed` was computed. */
  @Column('double precision') ratio!: number;
  @Column('integer') allowed!: number;
  @Column('integer') spent!: number;
  /** When the first change beyond the budget was held; null if none was held in this hour. */
  @Column('timestamptz', { nullable: true }) held_at!: Date | null;
}
