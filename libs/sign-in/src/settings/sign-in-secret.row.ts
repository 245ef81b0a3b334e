import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A client secret. Sealed, not hashed, because signed requests (HS256) are verified with it, and it is sent to Okta by API. */
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
