import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A WebAuthn challenge that was answered, kept until it would expire, so that it cannot be answered twice. */
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
