import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClientJwks } from './client-jwks.js';

/** The OpenID provider of an integration, and its only client. */
@Entity('sign_in_providers')
@Index('sign_in_providers_integration', ['integration_id'])
export class SignInProviderRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_providers_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_providers_pkey' }) integration_id!: string;
  @Column('boolean', { default: true }) enabled!: boolean;
  @Column('text') client_id!: string;
  @Column('text', { array: true }) redirect_uris!: string[];
  /** The client's public keys; null if the client authenticates with a client secret. */
  @Column('jsonb', { nullable: true }) client_jwks!: ClientJwks | null;
  /** Increases with every change of the provider, its secrets or its keys. */
  @Column('bigint', { default: '1' }) version!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updated_at!: Date;
}
