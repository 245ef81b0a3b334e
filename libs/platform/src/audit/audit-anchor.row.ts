import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last deleted seal of a tenant. The first remaining seal refers to its hash. */
@Entity('audit_anchors')
export class AuditAnchorRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_anchors_pkey' }) tenant_id!: string;
  @Column('bigint') sequence!: string;
  @Column('timestamptz') newest_at!: Date;
  @Column('bigint') events!: string;
  @Column('bytea') hash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) pruned_at!: Date;
}
