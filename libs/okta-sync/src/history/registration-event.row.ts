import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationEventKind } from './registration-event-kind.js';

/** An event in the history of one person's registration. */
@Entity('registration_events')
@Check(
  'registration_events_kind_check',
  "kind in ('DESIRED', 'CONFIRMED', 'RETRYING', 'PARKED', 'SKIPPED', 'UNLINKED', 'RETRIED', 'RECONCILED', 'HELD', 'APPROVED', 'DISCARDED')",
)
export class RegistrationEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_events_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_events_pkey' }) integration_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_events_pkey' }) identity_id!: string;
  /** Taken from the sequence registration_event_ids, so that later events have larger ids. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'registration_events_pkey' }) id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text') kind!: RegistrationEventKind;
  @Column('boolean') desired!: boolean;
  @Column('boolean', { nullable: true }) confirmed!: boolean | null;
  /** Okta's reason for a refusal, or the name of the administrator who requested a retry. */
  @Column('text', { nullable: true }) note!: string | null;
}
