import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The application in Okta where people of an integration sign in before they create a passkey without an administrator.
 */
@Entity('self_enrollments')
@Index('self_enrollments_integration', ['integration_id'])
export class SelfEnrollmentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_enrollments_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_enrollments_pkey' }) integration_id!: string;
  @Column('boolean') enabled!: boolean;
  /**
   * The issuer of the org authorization server for which the client secret was entered. The secret is sent to no other
   * host.
   */
  @Column('text') okta_url!: string;
  @Column('text') client_id!: string;
  @Column('text') sealed_secret!: string;
  @Column('timestamptz') updated_at!: Date;
}
