import { Module } from '@nestjs/common';
import { HttpWebhookSender, WebhookSender } from './webhook-sender.js';
import { WebhookWorker } from './webhook-worker.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhooksService } from './webhooks.service.js';

/** Tells other systems. */
@Module({
  providers: [
    { provide: WebhookSender, useClass: HttpWebhookSender },
    WebhookRepository,
    WebhooksService,
    WebhookWorker,
  ],
  exports: [WebhookRepository, WebhooksService],
})
export class WebhooksModule {}
