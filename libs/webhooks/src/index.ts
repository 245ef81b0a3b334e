export { FakeWebhookSender } from './delivery/fake-webhook-sender.js';
export { WebhookEvent } from './webhook-event.js';
export { WebhookSender } from './delivery/webhook-sender.js';
export { WebhookRepository } from './webhook.repository.js';
export { webhooksRows } from './webhooks-rows.js';
export { WebhooksModule } from './webhooks.module.js';
export { WebhooksService } from './webhooks.service.js';
