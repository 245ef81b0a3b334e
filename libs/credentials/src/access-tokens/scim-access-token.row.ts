import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('scim_access_tokens')
@Index('scim_access_tokens_expiry', ['expires_at'])
export class ScimAccessTokenRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_access_tokens_pkey' }) tenant_id!: string;
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'scim_access_tokens_pkey' }) token_hash!: Buffer;
  @Column('uuid') credential_id!: string;
  @Column('uuid') integration_id!: string;
  @Column('text', { array: true }) scopes!: string[];
  @Column('timestamptz', { default: () => 'now()' }) issued_at!: Date;
  @Column('timestamptz') expires_at!: Date;
}
