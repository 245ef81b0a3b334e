import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The objects in Okta for an integration's sign-in, as Rollcall last read them. */
@Entity('okta_sign_ins')
export class OktaSignInRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_sign_ins_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_sign_ins_pkey' }) integration_id!: string;
  @Column('text', { nullable: true }) identity_provider_id!: string | null;
  @Column('text', { nullable: true }) identity_provider_status!: string | null;
  @Column('text', { nullable: true }) policy_id!: string | null;
  @Column('text', { nullable: true }) routing_rule_id!: string | null;
  @Column('boolean', { default: false }) routing_active!: boolean;
  /** The client secret that Rollcall last wrote to Okta. */
  @Column('uuid', { nullable: true }) secret_id!: string | null;
  /** When the current claim ends. The claim ensures that only one caller at a time creates objects in Okta. */
  @Column('timestamptz', { nullable: true }) busy_until!: Date | null;
  @Column('timestamptz', { nullable: true }) checked_at!: Date | null;
}
