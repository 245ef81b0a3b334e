import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Fingerprint of a key that seals stored secrets; never the key itself. */
@Entity('encryption_keys')
export class EncryptionKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'encryption_keys_pkey' }) id!: string;
  /** Null for a key that was lost before it was recorded. */
  @Column('text', { nullable: true }) fingerprint!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) recorded_at!: Date;
  /** Set by `rollcall keys forget`: servers then start without this key. */
  @Column('timestamptz', { nullable: true }) lost_at!: Date | null;
}
