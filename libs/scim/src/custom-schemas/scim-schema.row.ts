import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttributeDefinition } from '../protocol/index.js';

/** A custom extension of an integration (RFC 7643 §3.3). */
@Entity('scim_schemas')
@Check('scim_schemas_resource_type_check', "resource_type in ('User', 'Group')")
export class ScimSchemaRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_schemas_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_schemas_pkey' }) integration_id!: string;
  /** URN. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'scim_schemas_pkey' }) id!: string;
  @Column('text') resource_type!: 'User' | 'Group';
  @Column('boolean', { default: false }) required!: boolean;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('jsonb') attributes!: AttributeDefinition[];
  @Column('timestamptz', { default: () => 'now()' }) updated_at!: Date;
}
