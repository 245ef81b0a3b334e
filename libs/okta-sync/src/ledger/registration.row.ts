import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The registration of one identity: the value that is desired, the value that was last confirmed, and when the row is due. */
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
  /** The last `seq` whose change is complete. */
  @Column('bigint', { default: '0' }) done_seq!: string;
  @Column('boolean', { default: false }) desired!: boolean;
  /** Last known value in Okta; null if it is unknown. */
  @Column('boolean', { nullable: true }) confirmed!: boolean | null;
  @Column('text', { default: 'PENDING' }) state!: string;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  /** End of the lease. A worker that ends without settling the row leaves it set. */
  @Column('timestamptz', { nullable: true }) locked_until!: Date | null;
  @Column('uuid', { nullable: true }) locked_by!: string | null;
  @Column('text', { nullable: true }) last_error!: string | null;
  @Column('text', { nullable: true }) okta_user_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) touched_at!: Date;
  @Column('timestamptz', { nullable: true }) confirmed_at!: Date | null;
  /** True if Okta must be read before the next write, for example because the answer to a write was lost. */
  @Column('boolean', { default: false }) unsure!: boolean;
  /** Until this time a write whose answer was lost may still take effect. Until then no result is final. */
  @Column('timestamptz', { nullable: true }) uncertain_until!: Date | null;
  /** Presence key of the worker that leased the row last. */
  @Column('integer', { nullable: true }) locked_worker!: number | null;
  /** The `seq` that the safety cap must not count, because it was counted before or was approved. */
  @Column('bigint', { nullable: true }) approved_seq!: string | null;
  /** The `seq` to which `origin_request_id` and `origin_traceparent` belong. */
  @Column('bigint', { nullable: true }) origin_seq!: string | null;
  @Column('text', { nullable: true }) origin_request_id!: string | null;
  /** W3C Trace Context of the request that requeued the row. */
  @Column('text', { nullable: true }) origin_traceparent!: string | null;
}
