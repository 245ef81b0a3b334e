import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: the console lists recent deliveries to an endpoint, newest first, with its answers. */
export class WebhookDeliveries1795000000090 implements MigrationInterface {
  name = 'WebhookDeliveries1795000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webhook_messages add column attempted_at timestamptz, add column last_status integer;
      create index webhook_messages_endpoint on webhook_messages (tenant_id, endpoint_id, created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index webhook_messages_endpoint;
      alter table webhook_messages drop column attempted_at, drop column last_status;
    `);
  }
}
