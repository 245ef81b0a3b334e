import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Our service app in an Okta org. */
@Entity('okta_service_apps')
export class OktaServiceAppRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_service_apps_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_service_apps_pkey' }) integration_id!: string;
  @Column('text', { nullable: true }) client_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
}
