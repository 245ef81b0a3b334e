import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** WEBAUTHN: bound on our enrollment page. EXTERNAL: reported by another authenticator platform. */
export type PasskeySource = 'WEBAUTHN' | 'EXTERNAL';

/** One passkey of an identity. Revoked passkeys are kept as history. Among active passkeys, a credential is unique. */
@Entity('passkeys')
@Index('passkeys_credential', { synchronize: false })
@Index('passkeys_identity', ['tenant_id', 'identity_id', 'id'])
@Index('passkeys_user_handle', ['identity_id'])
@Index('passkeys_presented', ['tenant_id', 'integration_id', 'credential_id'])
export class PasskeyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'passkeys_pkey' })
  tenant_id!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'passkeys_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  integration_id!: string;

  @Column({ type: 'uuid' })
  identity_id!: string;

  @Column({ type: 'text' })
  source!: PasskeySource;

  /** WEBAUTHN: the credential id in base64url. EXTERNAL: the id that the other platform uses. */
  @Column({ type: 'text' })
  credential_id!: string;

  /** COSE key (RFC 9052 §7); null for EXTERNAL. */
  @Column({ type: 'bytea', nullable: true })
  public_key!: Buffer | null;

  @Column({ type: 'bigint', default: 0 })
  sign_count!: string;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  transports!: string[];

  @Column({ type: 'text', nullable: true })
  device_name!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  created_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  last_used_at!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revoked_at!: Date | null;
}
