import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ScimCredentialType } from './scim-credential-type.js';

@Entity('scim_credentials')
@Check('scim_credentials_type_check', "type in ('BEARER_TOKEN', 'CLIENT_CREDENTIALS')")
@Index('scim_credentials_hash', ['tenant_id', 'secret_hash'], { unique: true })
@Index('scim_credentials_client', { synchronize: false })
@Index('scim_credentials_integration', ['tenant_id', 'integration_id', 'id'])
export class ScimCredentialRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_credentials_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_credentials_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('text') type!: ScimCredentialType;
  @Column('text', { nullable: true }) name!: string | null;
  /** Public; CLIENT_CREDENTIALS only. */
  @Column('text', { nullable: true }) client_id!: string | null;
  /** SHA-256 of the bearer token or of the client secret. */
  @Column('bytea') secret_hash!: Buffer;
  @Column('text') last_four!: string;
  @Column('text', { array: true }) scopes!: string[];
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { nullable: true }) expires_at!: Date | null;
  @Column('timestamptz', { nullable: true }) last_used_at!: Date | null;
  @Column('timestamptz', { nullable: true }) revoked_at!: Date | null;
  /** When a request with it was last refused, to the minute. */
  @Column('timestamptz', { nullable: true }) refused_at!: Date | null;
}
