import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AdminRole } from '../access/admin-role.js';

@Entity('admin_sessions')
@Check('admin_sessions_kind_check', "kind in ('SIGN_IN_LINK', 'SESSION')")
@Index('admin_sessions_hash', ['tenant_id', 'token_hash'], { unique: true })
export class AdminSessionRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'admin_sessions_pkey' })
  tenant_id!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'admin_sessions_pkey' })
  id!: string;

  @Column({ type: 'bytea' })
  token_hash!: Buffer;

  /** The token that signed in; null for the root administrator. */
  @Column({ type: 'uuid', nullable: true })
  admin_token_id!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: AdminRole;

  @Column({ type: 'boolean', default: false })
  root!: boolean;

  @Column({ type: 'text' })
  kind!: 'SIGN_IN_LINK' | 'SESSION';

  @Column({ type: 'timestamptz', default: () => 'now()' })
  created_at!: Date;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  last_used_at!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revoked_at!: Date | null;

  @Column({ type: 'text', nullable: true })
  user_agent!: string | null;

  /** RootToken.fingerprint at the creation of a root session or sign-in link, which becomes invalid with that token. */
  @Column({ type: 'bytea', nullable: true })
  root_mark!: Buffer | null;

  /** The passkey that signed in. */
  @Column({ type: 'uuid', nullable: true })
  admin_passkey_id!: string | null;
}
