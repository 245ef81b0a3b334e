import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Part of the number of rows of a list; triggers keep it. The number is the sum over the slots. */
@Entity('directory_counts')
export class DirectoryCountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_counts_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_counts_pkey' }) integration_id!: string;
  /** Table that is counted: identities or groups. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'directory_counts_pkey' }) kind!: string;
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'directory_counts_pkey' }) slot!: number;
  @Column('bigint') total!: string;
}
