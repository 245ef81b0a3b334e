import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the request that changed a person and the write to Okta happen in different processes; on-call follows one id through both.
 * `origin_seq` identifies the change that the origin belongs to, so that a later change without a request does not get a stale origin.
 */
export class RegistrationOrigin1795000000120 implements MigrationInterface {
  name = 'RegistrationOrigin1795000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registrations
        add column origin_seq bigint,
        add column origin_request_id text,
        add column origin_traceparent text
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registrations drop column origin_seq, drop column origin_request_id, drop column origin_traceparent
    `);
  }
}
