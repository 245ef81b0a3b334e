import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** State of an integration in one minute. Times are in seconds. */
@Entity('trend_samples')
@Index('trend_samples_age', ['at'])
export class TrendSampleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trend_samples_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trend_samples_pkey' }) integration_id!: string;
  /** Start of the minute. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'trend_samples_pkey' }) at!: Date;
  /** Changes that Okta confirmed in this minute. */
  @Column('integer') binds!: number;
  @Column('double precision', { nullable: true }) bind_p50!: number | null;
  @Column('double precision', { nullable: true }) bind_p95!: number | null;
  /** Number of changes that waited at the end of the minute. */
  @Column('integer') queued!: number;
  /** Age of the oldest waiting change. */
  @Column('double precision', { nullable: true }) oldest!: number | null;
  /** Part of the org's tightest rate limit that is left, 0 to 1. */
  @Column('double precision', { nullable: true }) quota_left!: number | null;
}
