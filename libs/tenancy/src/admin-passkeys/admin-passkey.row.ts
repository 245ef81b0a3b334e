import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A passkey by which an administrator signs in to the console. */
@Entity('admin_passkeys')
@Check('admin_passkeys_owner_check', '(admin_token_id is null) <> (root_mark is null)')
@Index('admin_passkeys_credential', ['tenant_id', 'credential_id'], { unique: true })
export class AdminPasskeyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'admin_passkeys_pkey' })
  tenant_id!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'admin_passkeys_pkey' })
  id!: string;

  /** The owner's admin token; null for the root administrator. */
  @Column({ type: 'uuid', nullable: true })
  admin_token_id!: string | null;

  /** RootToken.fingerprint when the root administrator added it; null if another administrator did. */
  @Column({ type: 'bytea', nullable: true })
  root_mark!: Buffer | null;

  @Column({ type: 'text' })
  name!: string;

  /** base64url */
  @Column({ type: 'text' })
  credential_id!: string;

  /** COSE_Key (RFC 9052 §7). */
  @Column({ type: 'bytea' })
  public_key!: Buffer;

  @Column({ type: 'bigint', default: '0' })
  sign_count!: string;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  transports!: string[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  created_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  last_used_at!: Date | null;
}
