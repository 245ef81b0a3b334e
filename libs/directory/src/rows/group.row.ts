import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('groups')
@Index('groups_display_name', { synchronize: false })
@Index('groups_display_name_lower', { synchronize: false })
@Index('groups_shared_name_key', { synchronize: false })
@Index('groups_integration', ['tenant_id', 'integration_id', 'id'], { unique: true })
@Index('groups_external_id', { synchronize: false })
export class GroupRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'groups_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'groups_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('text') display_name!: string;
  /** nameKey(display_name). Rows that share that key have another one, except the oldest; see shared_name_key. */
  @Column({ type: 'text', nullable: true, collation: 'C' }) display_name_key!: string;
  /** nameKey(display_name), if several rows had this key before keys became unique. */
  @Column({ type: 'text', nullable: true, collation: 'C' }) shared_name_key!: string | null;
  @Column('text', { nullable: true }) external_id!: string | null;
  @Column('jsonb', { default: {} }) profile!: Record<string, unknown>;
  @Column('bigint', { default: '1' }) version!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updated_at!: Date;
}
