import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { DirectoryProvider } from './directory-provider.js';

@Entity('directory_integrations')
@Check('directory_integrations_provider_check', `provider in ('${Object.values(DirectoryProvider).join("', '")}')`)
@Index('directory_integrations_name', { synchronize: false })
export class DirectoryIntegrationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_integrations_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directory_integrations_pkey' }) id!: string;
  @Column('text') name!: string;
  @Column('text') provider!: DirectoryProvider;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { nullable: true }) last_scim_request_at!: Date | null;
}
