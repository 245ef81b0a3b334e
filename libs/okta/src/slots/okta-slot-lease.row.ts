import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The right of one process to send a number of concurrent requests to one Okta org, until the lease expires. */
@Entity('okta_slot_leases')
export class OktaSlotLeaseRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_slot_leases_pkey' }) tenant_id!: string;
  /** The id of the org in Okta, or its host name until the id is known. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_slot_leases_pkey' }) okta_org!: string;
  /** Id of the process. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_slot_leases_pkey' }) holder!: string;
  @Column('integer') slots!: number;
  /** Number of slots that the process could use. It is larger than `slots` while the process waits for others to return some. */
  @Column('integer') wanted!: number;
  @Column('timestamptz') expires_at!: Date;
}
