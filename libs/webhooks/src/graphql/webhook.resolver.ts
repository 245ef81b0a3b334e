import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Admin, AdminRole, CurrentAdmin, NodeFinders, RequireRole } from '@rollcall/tenancy';
import { WebhooksService } from '../webhooks.service.js';
import {
  CreateWebhookEndpointInput,
  CreateWebhookEndpointPayload,
  toWebhookEndpoint,
  WebhookEndpoint,
} from './webhook.types.js';

@Resolver(() => WebhookEndpoint)
export class WebhookResolver {
  constructor(
    private readonly webhooks: WebhooksService,
    nodes: NodeFinders,
  ) {
    nodes.add('WebhookEndpoint', (admin, id) => this.webhookEndpoint(admin, id));
  }

  @Query(() => [WebhookEndpoint])
  @RequireRole(AdminRole.VIEWER)
  async webhookEndpoints(@CurrentAdmin() admin: Admin): Promise<WebhookEndpoint[]> {
    return (await this.webhooks.list(admin)).map(toWebhookEndpoint);
  }

  @Query(() => WebhookEndpoint, { nullable: true })
  @RequireRole(AdminRole.VIEWER)
  async webhookEndpoint(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookEndpoint | null> {
    const endpoint = await this.webhooks.find(admin, id);
    return endpoint ? toWebhookEndpoint(endpoint) : null;
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

  @Mutation(() => WebhookEndpoint, {
    description: 'Events from now on are not sent. Messages that wait are kept until the webhook is resumed.',
  })
  @RequireRole(AdminRole.ADMIN)
  async pauseWebhookEndpoint(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookEndpoint> {
    return toWebhookEndpoint(await this.webhooks.pause(admin, id));
  }

  @Mutation(() => WebhookEndpoint, { description: 'Also after a receiver was gone.' })
  @RequireRole(AdminRole.ADMIN)
  async resumeWebhookEndpoint(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookEndpoint> {
    return toWebhookEndpoint(await this.webhooks.resume(admin, id));
  }

  @Mutation(() => ID, { description: 'Has a message sent that says nothing.' })
  @RequireRole(AdminRole.OPERATOR)
  async testWebhookEndpoint(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.webhooks.test(admin, id);
    return id;
  }
}
