import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The figures of an integration for one minute. Durations are in seconds. */
@Entity('trend_samples')
@Index('trend_samples_age', ['at'])
export class TrendSampleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trend_samples_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trend_samples_pkey' }) integration_id!: string;
  /** Start of the minute. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'trend_samples_pkey' }) at!: Date;
  /** Number of changes that Okta confirmed in this minute. */
  @Column('integer') binds!: number;
  @Column('double precision', { nullable: true }) bind_p50!: number | null;
  @Column('double precision', { nullable: true }) bind_p95!: number | null;
  /** Number of changes that waited at the end of the minute. */
  @Column('integer') queued!: number;
  /** Age of the oldest waiting change at the end of the minute. */
  @Column('double precision', { nullable: true }) oldest!: number | null;
  /** Share that is left of the target's most used rate limit, 0 to 1. */
  @Column('double precision', { nullable: true }) quota_left!: number | null;
}
