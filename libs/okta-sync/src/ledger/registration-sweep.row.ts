import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sweep applies a change of settings to all ledger rows of an integration. This row stores its progress. */
@Entity('registration_sweeps')
export class RegistrationSweepRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_sweeps_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_sweeps_pkey' }) integration_id!: string;
  /** The org and the attribute to which the confirmed values in the ledger belong. */
  @Column('text') target!: string;
  @Column('boolean', { default: true }) pending!: boolean;
  /** True if the target changed. The confirmed values and the Okta ids in the ledger are then no longer valid. */
  @Column('boolean', { default: false }) forgetful!: boolean;
  /** The last identity id that the sweep has reached; null at the start. */
  @Column('uuid', { nullable: true }) position!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) requested_at!: Date;
}
