import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestsOfSecond } from './recent-requests.js';

/** State of one rate limit of one Okta org, shared by all replicas. */
@Entity('okta_quotas')
export class OktaQuotaRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'okta_quotas_pkey' }) tenant_id!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_quotas_pkey' }) okta_domain!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'okta_quotas_pkey' }) bucket!: string;
  @Column('bigint', { default: '1' }) version!: string;
  @Column('double precision') tokens!: number;
  /** Requests that were saved for a burst. */
  @Column('double precision', { default: 0 }) burst!: number;
  /** Number of requests granted in each second of the last minute. */
  @Column('jsonb', { default: [] }) recent!: RequestsOfSecond[];
  @Column('timestamptz') refilled_at!: Date;
  @Column('integer', { nullable: true }) rate_limit!: number | null;
  @Column('integer', { nullable: true }) remaining!: number | null;
  @Column('timestamptz', { nullable: true }) reset_at!: Date | null;
  @Column('timestamptz', { nullable: true }) blocked_until!: Date | null;
}
