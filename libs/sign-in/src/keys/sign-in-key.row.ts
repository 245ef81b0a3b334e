import type { JsonWebKey } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that signs ID tokens. Its phase depends on its own `signs_at` and on that of its successor (key-phases.ts). */
@Entity('sign_in_keys')
export class SignInKeyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_keys_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_keys_pkey' }) integration_id!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_keys_pkey' }) kid!: string;
  @Column('jsonb') public_jwk!: JsonWebKey;
  /** The private key as a JWK in JSON, encrypted. */
  @Column('text') sealed_private_key!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz') signs_at!: Date;
}
