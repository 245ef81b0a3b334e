import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Descriptive data of a passkey. If an earlier release bound the passkey, the row is created when the passkey is next
 * used.
 */
@Entity('passkey_traits')
export class PasskeyTraitsRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_traits_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_traits_pkey' }) passkey_id!: string;
  /**
   * Backup eligibility, which never changes (WebAuthn Level 3 §6.1.3). False means that the passkey never leaves its
   * authenticator.
   */
  @Column('boolean') synced!: boolean;
  /** Browser and operating system with which the passkey was created, e.g. `Firefox 141 on Mac`. */
  @Column('text', { nullable: true }) browser!: string | null;
}
