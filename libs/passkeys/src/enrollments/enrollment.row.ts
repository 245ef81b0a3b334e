import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * An enrollment link, with which one person may bind a passkey until it expires. The row also has the WebAuthn
 * challenge of its open ceremony.
 */
@Entity('enrollments')
@Index('enrollments_hash', ['tenant_id', 'token_hash'], { unique: true })
@Index('enrollments_identity', ['tenant_id', 'identity_id', 'id'])
export class EnrollmentRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'enrollments_pkey' })
  tenant_id!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'enrollments_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  integration_id!: string;

  @Column({ type: 'uuid' })
  identity_id!: string;

  @Column({ type: 'bytea' })
  token_hash!: Buffer;

  @Column({ type: 'text' })
  created_by!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  created_at!: Date;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;

  /** When the person first pressed the button. Fetching the page does not count, because mail scanners fetch it too. */
  @Column({ type: 'timestamptz', nullable: true })
  opened_at!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  used_at!: Date | null;

  /** When an administrator revoked the link. */
  @Column({ type: 'timestamptz', nullable: true })
  cancelled_at!: Date | null;

  /** In base64url. */
  @Column({ type: 'text', nullable: true })
  challenge!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  challenge_expires_at!: Date | null;
}
