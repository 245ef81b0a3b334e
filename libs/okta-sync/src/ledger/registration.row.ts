import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One identity's registration: what Okta should say, what it said last, and when to look again. */
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
  /** Grows with every touch. */
  @Column('bigint', { default: '1' }) seq!: string;
  /** The `seq` that was last carried through. */
  @Column('bigint', { default: '0' }) done_seq!: string;
  @Column('boolean', { default: false }) desired!: boolean;
  /** What Okta is known to hold; null before the first contact. */
  @Column('boolean', { nullable: true }) confirmed!: boolean | null;
  @Column('text', { default: 'PENDING' }) state!: string;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  /** A worker has it until then; kept by a worker that died. */
  @Column('timestamptz', { nullable: true }) locked_until!: Date | null;
  @Column('uuid', { nullable: true }) locked_by!: string | null;
  @Column('text', { nullable: true }) last_error!: string | null;
  @Column('text', { nullable: true }) okta_user_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) touched_at!: Date;
  @Column('timestamptz', { nullable: true }) confirmed_at!: Date | null;
  /** A write's answer was lost: read Okta before writing again. */
  @Column('boolean', { default: false }) unsure!: boolean;
  /** Until then the target may still carry out a write whose answer was lost, so that no outcome is final. */
  @Column('timestamptz', { nullable: true }) uncertain_until!: Date | null;
  /** Presence key of the process that holds the row. */
  @Column('integer', { nullable: true }) locked_worker!: number | null;
  /** The `seq` that the safety cap need not count. */
  @Column('bigint', { nullable: true }) approved_seq!: string | null;
  /** The touch that the origin belongs to. */
  @Column('bigint', { nullable: true }) origin_seq!: string | null;
  @Column('text', { nullable: true }) origin_request_id!: string | null;
  /** W3C Trace Context of the request. */
  @Column('text', { nullable: true }) origin_traceparent!: string | null;
}
