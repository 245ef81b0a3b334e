import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A browser's session at /me. The row is kept until the session expires, so that the challenge that started it cannot
 * be used twice.
 */
@Entity('person_sessions')
@Index('person_sessions_token', ['tenant_id', 'token_hash'], { unique: true })
@Index('person_sessions_challenge', ['tenant_id', 'challenge_hash'], { unique: true })
@Index('person_sessions_identity', ['tenant_id', 'identity_id', 'id'])
@Index('person_sessions_expiry', ['expires_at'])
export class PersonSessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_sessions_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_sessions_pkey' }) id!: string;
  /** SHA-256 of the session's cookie. */
  @Column('bytea') token_hash!: Buffer;
  @Column('bytea') challenge_hash!: Buffer;
  @Column('uuid') identity_id!: string;
  /** The passkey with which the person signed in. */
  @Column('uuid') passkey_id!: string;
  @Column('timestamptz') created_at!: Date;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}
