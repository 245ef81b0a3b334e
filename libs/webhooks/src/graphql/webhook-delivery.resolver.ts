import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { WebhookDeliveries } from '../delivery/webhook-deliveries.js';
import { toWebhookDelivery, WebhookDelivery, WebhookDeliveryConnection } from './webhook-delivery.type.js';
import { WebhookEndpoint } from './webhook.types.js';

@Resolver(() => WebhookEndpoint)
export class WebhookDeliveryResolver {
  constructor(private readonly messages: WebhookDeliveries) {}

  @ResolveField(() => WebhookDeliveryConnection, { description: 'Newest first; kept for 90 days.' })
  async deliveries(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: WebhookEndpoint,
    @Args() page: PageArgs,
  ): Promise<Connection<WebhookDelivery>> {
    return toConnection(await this.messages.list(admin, id, pageRequestOf(page)), toWebhookDelivery);
  }

  @Mutation(() => WebhookDelivery, { description: 'Sends a message that did not arrive again, now.' })
  @RequireRole(AdminRole.OPERATOR)
  async retryWebhookDelivery(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookDelivery> {
    return toWebhookDelivery(await this.messages.retry(admin, id));
  }
}
