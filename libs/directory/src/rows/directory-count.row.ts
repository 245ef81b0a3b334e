import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One slot of a list's row count, which is the sum of its slots. Triggers maintain it. */
@Entity('directory_counts')
export class DirectoryCountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_counts_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_counts_pkey' }) integration_id!: string;
  /** Table that is counted: identities or groups. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'directory_counts_pkey' }) kind!: string;
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'directory_counts_pkey' }) slot!: number;
  @Column('bigint') total!: string;
}
