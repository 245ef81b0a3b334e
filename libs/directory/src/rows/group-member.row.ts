import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One row per membership, so that k changes of a large group cost k rows. */
@Entity('group_members')
@Index('group_members_identity', ['tenant_id', 'identity_id', 'group_id'])
export class GroupMemberRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'group_members_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'group_members_pkey' }) group_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'group_members_pkey' }) identity_id!: string;
  @Column('uuid') integration_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) added_at!: Date;
}
