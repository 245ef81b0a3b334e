import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the overview shows latency, queue and quota over time. One row per minute and integration is kept for eight days. The index finds
 * what was confirmed in a minute. It costs little, because settling a row changes its state and so needs new index entries anyway.
 */
export class TrendSamples1795000000091 implements MigrationInterface {
  name = 'TrendSamples1795000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table trend_samples (
        tenant_id uuid not null,
        integration_id uuid not null,
        at timestamptz not null,
        binds integer not null,
        bind_p50 double precision,
        bind_p95 double precision,
        queued integer not null,
        oldest double precision,
        quota_left double precision,
        constraint trend_samples_pkey primary key (tenant_id, integration_id, at),
        constraint trend_samples_integration_fkey foreign key (tenant_id, integration_id)
          references directory_integrations (tenant_id, id) on delete cascade
      );
      create index trend_samples_age on trend_samples (at);
      create index registrations_confirmed on registrations (tenant_id, integration_id, confirmed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index registrations_confirmed;
      drop table trend_samples;
    `);
  }
}
