import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScimAddress } from './scim-address.js';
import type { OktaAuthMode } from './okta-auth-mode.js';

@Entity('registration_syncs')
@Check('registration_syncs_auth_mode_check', "auth_mode in ('API_TOKEN', 'OAUTH')")
@Check('registration_syncs_scim_check', '(scim is null) = (sealed_scim_secret is null)')
export class RegistrationSyncRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_syncs_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_syncs_pkey' }) integration_id!: string;
  /** Display name of the target: the Okta domain, or the base URL of a SCIM server without the scheme. */
  @Column('text') okta_domain!: string;
  @Column('text', { default: 'byndidRegistered' }) attribute!: string;
  @Column('boolean', { default: true }) enabled!: boolean;
  @Column('text', { default: 'API_TOKEN' }) auth_mode!: OktaAuthMode;
  @Column('text', { nullable: true }) sealed_api_token!: string | null;
  /** Set only if the target is a SCIM server. */
  @Column('jsonb', { nullable: true }) scim!: ScimAddress | null;
  /** Encrypted bearer token, password or client secret of the SCIM server. */
  @Column('text', { nullable: true }) sealed_scim_secret!: string | null;
  @Column('text', { nullable: true }) paused_reason!: string | null;
  @Column('timestamptz', { nullable: true }) paused_at!: Date | null;
  /** The share of the registered people that the directory may deactivate or delete within an hour. With 1 there is no cap. */
  @Column('double precision', { default: () => '0.2' }) max_directory_change_ratio!: number;
  @Column('timestamptz', { nullable: true }) last_write_at!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) updated_at!: Date;
}
