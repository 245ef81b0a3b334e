import { Module } from '@nestjs/common';
import { WebhookDeliveries } from './webhook-deliveries.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { HttpWebhookSender, WebhookSender } from './webhook-sender.js';
import { WebhookWorker } from './webhook-worker.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhooksService } from './webhooks.service.js';

/** Tells other systems. */
@Module({
  providers: [
    { provide: WebhookSender, useClass: HttpWebhookSender },
    WebhookRepository,
    WebhookDeliveriesRepository,
    WebhookDeliveries,
    WebhooksService,
    WebhookWorker,
  ],
  exports: [WebhookRepository, WebhookDeliveries, WebhooksService],
})
export class WebhooksModule {}
