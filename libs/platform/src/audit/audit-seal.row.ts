import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link of a tenant's audit chain: the hashes of a batch of events, and the hash of the previous seal. */
@Entity('audit_seals')
export class AuditSealRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_seals_pkey' }) tenant_id!: string;
  /** Starts at 1 and has no gaps. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_seals_pkey' }) sequence!: string;
  @Column('timestamptz') sealed_at!: Date;
  /** Time of the newest event in this seal and all earlier ones. */
  @Column('timestamptz') newest_at!: Date;
  /** Number of events in the chain up to and including this seal. */
  @Column('bigint') events!: string;
  @Column('uuid', { array: true }) event_ids!: string[];
  /** The SHA-256 hashes of the events, concatenated (32 bytes each). */
  @Column('bytea') digests!: Buffer;
  @Column('bytea') previous_hash!: Buffer;
  @Column('bytea') hash!: Buffer;
}
