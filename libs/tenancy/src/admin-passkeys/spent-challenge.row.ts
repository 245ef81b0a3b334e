import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A used WebAuthn challenge, stored until its expiry, so that it cannot be used twice. */
@Entity('spent_challenges')
export class SpentChallengeRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'spent_challenges_pkey' })
  tenant_id!: string;

  /** SHA-256 */
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'spent_challenges_pkey' })
  challenge_hash!: Buffer;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;
}
