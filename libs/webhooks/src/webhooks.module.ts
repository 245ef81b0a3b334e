import { Module } from '@nestjs/common';
import { TenancyModule } from '@rollcall/tenancy';
import { WebhookDeliveryResolver } from './graphql/webhook-delivery.resolver.js';
import { WebhookResolver } from './graphql/webhook.resolver.js';
import { WebhookDeliveries } from './delivery/webhook-deliveries.js';
import { WebhookDeliveriesRepository } from './delivery/webhook-deliveries.repository.js';
import { HttpWebhookSender, WebhookSender } from './delivery/webhook-sender.js';
import { WebhookWorker } from './webhook-worker.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhooksService } from './webhooks.service.js';

/** Signed outgoing webhooks of a tenant. */
@Module({
  imports: [TenancyModule],
  providers: [
    { provide: WebhookSender, useClass: HttpWebhookSender },
    WebhookRepository,
    WebhookDeliveriesRepository,
    WebhookDeliveries,
    WebhooksService,
    WebhookWorker,
    WebhookResolver,
    WebhookDeliveryResolver,
  ],
  exports: [WebhookRepository, WebhooksService],
})
export class WebhooksModule {}
