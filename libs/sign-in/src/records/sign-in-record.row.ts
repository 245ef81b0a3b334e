import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FlowNote } from './flow-notes.js';

/** Stored objects of the OpenID library: interactions, codes, access tokens, used assertions. */
@Entity('sign_in_records')
@Index('sign_in_records_expiry', ['expires_at'])
@Index('sign_in_records_grant', { synchronize: false })
export class SignInRecordRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_records_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_records_pkey' }) integration_id!: string;
  /** The OpenID library's name of the model. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_records_pkey' }) model!: string;
  /** SHA-256 of the id. The id of a code or token is the secret itself. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_records_pkey' }) id_hash!: Buffer;
  /** The library's payload, without the id. */
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('jsonb', { nullable: true }) note!: FlowNote | null;
  @Column('text', { nullable: true }) grant_id!: string | null;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz', { nullable: true }) consumed_at!: Date | null;
}
