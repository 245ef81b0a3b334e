import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AdminRole } from '../access/admin-role.js';

@Entity('admin_tokens')
@Check('admin_tokens_role_check', "role in ('OWNER', 'ADMIN', 'OPERATOR', 'VIEWER')")
@Index('admin_tokens_created_by', { synchronize: false })
@Index('admin_tokens_hash', ['tenant_id', 'token_hash'], { unique: true })
export class AdminTokenRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'admin_tokens_pkey' })
  tenant_id!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'admin_tokens_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: AdminRole;

  @Column({ type: 'bytea' })
  token_hash!: Buffer;

  @Column({ type: 'text' })
  last_four!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  created_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  expires_at!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  last_used_at!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revoked_at!: Date | null;

  /** The admin token that created this one; null for the root administrator. */
  @Column({ type: 'uuid', nullable: true })
  created_by!: string | null;
}
