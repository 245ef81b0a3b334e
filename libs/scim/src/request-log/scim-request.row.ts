import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('scim_requests')
@Index('scim_requests_status', ['tenant_id', 'integration_id', 'status', 'id'])
@Index('scim_requests_strangers', { synchronize: false })
@Index('scim_requests_at', { synchronize: false })
export class ScimRequestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_requests_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_requests_pkey' }) integration_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_requests_pkey' }) id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') method!: string;
  @Column('text') path!: string;
  @Column('smallint') status!: number;
  @Column('real') duration_ms!: number;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text', { nullable: true }) request_id!: string | null;
  /** Whether the client's credential was accepted. */
  @Column('boolean', { default: true }) authenticated!: boolean;
}
