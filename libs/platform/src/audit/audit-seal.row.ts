import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link of a tenant's audit chain: a batch of events in order, and the hash of the chain before them. */
@Entity('audit_seals')
export class AuditSealRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_seals_pkey' }) tenant_id!: string;
  /** From 1 on, without a gap. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_seals_pkey' }) sequence!: string;
  @Column('timestamptz') sealed_at!: Date;
  /** When the newest event up to here happened. */
  @Column('timestamptz') newest_at!: Date;
  /** Number of events in the chain, including this one. */
  @Column('bigint') events!: string;
  @Column('uuid', { array: true }) event_ids!: string[];
  /** SHA-256 of each event, 32 bytes one after the other. */
  @Column('bytea') digests!: Buffer;
  @Column('bytea') previous_hash!: Buffer;
  @Column('bytea') hash!: Buffer;
}
