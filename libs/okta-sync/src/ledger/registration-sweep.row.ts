import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Progress of a settings change through an integration's ledger. */
@Entity('registration_sweeps')
export class RegistrationSweepRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_sweeps_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_sweeps_pkey' }) integration_id!: string;
  /** The org and attribute to which the confirmed values belong. */
  @Column('text') target!: string;
  @Column('boolean', { default: true }) pending!: boolean;
  /** True if the target changed: confirmed values and Okta ids are no longer valid. */
  @Column('boolean', { default: false }) forgetful!: boolean;
  /** The last identity id that was swept. */
  @Column('uuid', { nullable: true }) position!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) requested_at!: Date;
}
