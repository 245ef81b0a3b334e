import type { JsonWebKey } from 'node:crypto';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key that signs our assertions. A retired key stays published for a day. */
@Entity('okta_signing_keys')
@Index('okta_signing_keys_current', { synchronize: false })
export class OktaSigningKeyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_signing_keys_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_signing_keys_pkey' }) integration_id!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_signing_keys_pkey' }) kid!: string;
  @Column('jsonb') public_jwk!: JsonWebKey;
  @Column('text') sealed_private_key!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { nullable: true }) retired_at!: Date | null;
}
