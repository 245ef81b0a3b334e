import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('identities')
@Index('identities_user_name', { synchronize: false })
@Index('identities_user_name_lower', { synchronize: false })
@Index('identities_shared_name_key', { synchronize: false })
@Index('identities_folded_emails', { synchronize: false })
@Index('identities_registered', { synchronize: false })
@Index('identities_folded_search', { synchronize: false })
@Index('identities_integration', ['tenant_id', 'integration_id', 'id'], { unique: true })
@Index('identities_external_id', { synchronize: false })
@Index('identities_display_name', { synchronize: false })
@Index('identities_family_name', { synchronize: false })
@Index('identities_given_name', { synchronize: false })
@Index('identities_department', { synchronize: false })
@Index('identities_employee_number', { synchronize: false })
@Index('identities_updated_at', { synchronize: false })
export class IdentityRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identities_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identities_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('text') user_name!: string;
  /** nameKey(user_name). Rows that share that key have another one, except the oldest; see shared_name_key. */
  @Column({ type: 'text', nullable: true, collation: 'C' }) user_name_key!: string;
  /** nameKey(user_name), if several rows had this key before keys became unique. */
  @Column({ type: 'text', nullable: true, collation: 'C' }) shared_name_key!: string | null;
  @Column('text', { nullable: true }) external_id!: string | null;
  @Column('text', { nullable: true }) display_name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('jsonb', { default: {} }) profile!: Record<string, unknown>;
  @Column('integer', { default: 0 }) active_passkeys!: number;
  @Column('timestamptz', { nullable: true }) invited_until!: Date | null;
  @Column('bigint', { default: '1' }) version!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updated_at!: Date;
}
