import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An enrollment that a batch has created. The row is kept as long as the enrollment's link may be fetched. */
@Entity('enrollment_batch_links')
@Index('enrollment_batch_links_batch', ['tenant_id', 'batch_id', 'enrollment_id'])
export class EnrollmentBatchLinkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_batch_links_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_batch_links_pkey' }) enrollment_id!: string;
  @Column('uuid') batch_id!: string;
}
