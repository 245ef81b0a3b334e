import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The Okta org that a host name belongs to. An org may have several host names: `acme.okta.com` and a custom domain. */
@Entity('okta_org_names')
export class OktaOrgNameRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_org_names_pkey' }) tenant_id!: string;
  /** In the same form as `registration_syncs.okta_domain`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_org_names_pkey' }) okta_domain!: string;
  /** The org's id in Okta. */
  @Column('text') org_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) read_at!: Date;
}
