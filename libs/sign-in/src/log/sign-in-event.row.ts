import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SignInOutcome } from './sign-in-outcome.js';

/** One completed sign-in attempt. Contains no secret, code or token. */
@Entity('sign_in_events')
@Index('sign_in_events_integration', ['tenant_id', 'integration_id', 'id'])
@Index('sign_in_events_outcome', ['tenant_id', 'integration_id', 'outcome', 'id'])
@Index('sign_in_events_identity', { synchronize: false })
@Index('sign_in_events_at', ['at'])
export class SignInEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_events_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_events_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: SignInOutcome;
  /** A SignInReason; null if the sign-in succeeded. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) identity_id!: string | null;
  @Column('uuid', { nullable: true }) passkey_id!: string | null;
  @Column('text', { nullable: true }) ip!: string | null;
  @Column('text', { nullable: true }) user_agent!: string | null;
  /** Time from the authorization request to the end of the sign-in. */
  @Column('integer', { nullable: true }) duration_ms!: number | null;
}
