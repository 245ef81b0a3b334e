import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One identity's registration: the desired value, the last confirmed value, and when the row is due. */
@Entity('registrations')
@Index('registrations_due', { synchronize: false })
@Index('registrations_registered', { synchronize: false })
@Index('registrations_state', ['tenant_id', 'integration_id', 'state', 'identity_id'])
@Index('registrations_okta_user', ['tenant_id', 'integration_id', 'okta_user_id'])
@Index('registrations_confirmed', ['tenant_id', 'integration_id', 'confirmed_at'])
export class RegistrationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registrations_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registrations_pkey' }) integration_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registrations_pkey' }) identity_id!: string;
  /** Incremented with every requeue. */
  @Column('bigint', { default: '1' }) seq!: string;
  /** The last completed `seq`. */
  @Column('bigint', { default: '0' }) done_seq!: string;
  @Column('boolean', { default: false }) desired!: boolean;
  /** Last known value in Okta; null before the first contact. */
  @Column('boolean', { nullable: true }) confirmed!: boolean | null;
  @Column('text', { default: 'PENDING' }) state!: string;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  /** End of the lease; not cleared if the worker dies. */
  @Column('timestamptz', { nullable: true }) locked_until!: Date | null;
  @Column('uuid', { nullable: true }) locked_by!: string | null;
  @Column('text', { nullable: true }) last_error!: string | null;
  @Column('text', { nullable: true }) okta_user_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) touched_at!: Date;
  @Column('timestamptz', { nullable: true }) confirmed_at!: Date | null;
  /** True if Okta must be read before the next write, for example because a write's answer was lost. */
  @Column('boolean', { default: false }) unsure!: boolean;
  /** Until then a write whose answer was lost may still take effect, so no outcome is final. */
  @Column('timestamptz', { nullable: true }) uncertain_until!: Date | null;
  /** Presence key of the process that holds the row. */
  @Column('integer', { nullable: true }) locked_worker!: number | null;
  /** The `seq` that was already counted by the safety cap or approved. */
  @Column('bigint', { nullable: true }) approved_seq!: string | null;
  /** The `seq` to which the origin below belongs. */
  @Column('bigint', { nullable: true }) origin_seq!: string | null;
  @Column('text', { nullable: true }) origin_request_id!: string | null;
  /** W3C Trace Context of the request. */
  @Column('text', { nullable: true }) origin_traceparent!: string | null;
}
