import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change of an integration's settings on its way through the ledger. */
@Entity('registration_sweeps')
export class RegistrationSweepRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_sweeps_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_sweeps_pkey' }) integration_id!: string;
  /** The org and attribute that the confirmed values are about. */
  @Column('text') target!: string;
  @Column('boolean', { default: true }) pending!: boolean;
  /** The target changed: confirmed values and Okta ids no longer hold. */
  @Column('boolean', { default: false }) forgetful!: boolean;
  /** Identity id up to which the sweep came. */
  @Column('uuid', { nullable: true }) position!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) requested_at!: Date;
}
