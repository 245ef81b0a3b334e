import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The fingerprint of a key that encrypts stored secrets. The key itself is not stored. */
@Entity('encryption_keys')
export class EncryptionKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'encryption_keys_pkey' }) id!: string;
  /** Null if the key was marked as lost before a server recorded its fingerprint. */
  @Column('text', { nullable: true }) fingerprint!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) recorded_at!: Date;
  /** Set by `rollcall keys forget`. Servers then start without this key. */
  @Column('timestamptz', { nullable: true }) lost_at!: Date | null;
}
