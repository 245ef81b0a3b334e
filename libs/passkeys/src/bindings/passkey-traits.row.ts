import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Descriptive data of a passkey. A passkey bound by an earlier release gets a row at its next use. */
@Entity('passkey_traits')
export class PasskeyTraitsRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_traits_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_traits_pkey' }) passkey_id!: string;
  /** Backup eligibility, which never changes (WebAuthn Level 3 §6.1.3): false means that the passkey never leaves its authenticator. */
  @Column('boolean') synced!: boolean;
  /** Browser and system at the enrollment page, e.g. `Firefox 141 on Mac`. */
  @Column('text', { nullable: true }) browser!: string | null;
}
