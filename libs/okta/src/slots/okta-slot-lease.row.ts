import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Number of concurrent requests to one Okta org that a process may send until its lease expires. */
@Entity('okta_slot_leases')
export class OktaSlotLeaseRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_slot_leases_pkey' }) tenant_id!: string;
  /** The id of the org, or its host name while the id is not known. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_slot_leases_pkey' }) okta_org!: string;
  /** The process. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_slot_leases_pkey' }) holder!: string;
  @Column('integer') slots!: number;
  /** More than `slots` while the process waits for other processes to return some. */
  @Column('integer') wanted!: number;
  @Column('timestamptz') expires_at!: Date;
}
