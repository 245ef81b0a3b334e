import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A client secret. It is encrypted and not hashed, because Rollcall needs its value to verify signed requests (HS256)
 * and to send it to Okta by API.
 */
@Entity('sign_in_secrets')
@Index('sign_in_secrets_integration', ['tenant_id', 'integration_id', 'id'])
export class SignInSecretRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_secrets_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_secrets_pkey' }) id!: string;
  @Column('uuid') integration_id!: string;
  @Column('text') sealed_secret!: string;
  @Column('text') last_four!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { nullable: true }) revoked_at!: Date | null;
}
