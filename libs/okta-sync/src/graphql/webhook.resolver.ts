import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { WebhooksService } from '../webhooks/webhooks.service.js';
import {
  CreateWebhookEndpointInput,
  CreateWebhookEndpointPayload,
  toWebhookEndpoint,
  WebhookEndpoint,
} from './webhook.types.js';

@Resolver(() => WebhookEndpoint)
export class WebhookResolver {
  constructor(private readonly webhooks: WebhooksService) {}

  @Query(() => [WebhookEndpoint])
  @RequireRole(AdminRole.VIEWER)
  async webhookEndpoints(@CurrentAdmin() admin: Admin): Promise<WebhookEndpoint[]> {
    return (await this.webhooks.list(admin)).map(toWebhookEndpoint);
  }

  @Mutation(() => CreateWebhookEndpointPayload)
  @RequireRole(AdminRole.ADMIN)
  async createWebhookEndpoint(
    @CurrentAdmin() admin: Admin,
    @Args('input') input: CreateWebhookEndpointInput,
  ): Promise<CreateWebhookEndpointPayload> {
    const { endpoint, secret } = await this.webhooks.create(admin, input);
    return { endpoint: toWebhookEndpoint(endpoint), secret };
  }

  @Mutation(() => ID)
  @RequireRole(AdminRole.ADMIN)
  async deleteWebhookEndpoint(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<string> {
    await this.webhooks.delete(admin, id);
    return id;
  }

  @Mutation(() => ID, { description: 'Has a message sent that says nothing.' })
  @RequireRole(AdminRole.OPERATOR)
  async testWebhookEndpoint(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.webhooks.test(admin, id);
    return id;
  }
}
