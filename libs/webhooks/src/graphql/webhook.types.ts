import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '@rollcall/tenancy';
import { ArrayNotEmpty } from 'class-validator';
import type { WebhookEndpointRow } from '../webhook-endpoint.row.js';
import { WebhookEvent } from '../webhook-event.js';

registerEnumType(WebhookEvent, { name: 'WebhookEvent' });

@ObjectType({
  description: 'An endpoint that receives signed messages about events (Standard Webhooks).',
  implements: () => [Node],
})
export class WebhookEndpoint implements Node {
  @Field(() => ID) id!: string;
  @Field(() => String) url!: string;
  @Field(() => [WebhookEvent]) events!: WebhookEvent[];
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when nothing is sent.' })
  disabledAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who paused it, or that its receiver is gone.' })
  disabledReason!: string | null;
}

@ObjectType()
export class CreateWebhookEndpointPayload {
  @Field(() => WebhookEndpoint) endpoint!: WebhookEndpoint;
  @Field(() => String, { description: 'Signs the messages (whsec_…); shown once.' }) secret!: string;
}

@InputType()
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: 'Public https address.' }) url!: string;
  @ArrayNotEmpty({ message: 'Choose at least one event' })
  @Field(() => [WebhookEvent])
  events!: WebhookEvent[];
}

export function toWebhookEndpoint(row: WebhookEndpointRow): WebhookEndpoint {
  const { id, url, created_at: createdAt, disabled_at: disabledAt, disabled_reason: disabledReason } = row;
  return { id, url, events: row.events as WebhookEvent[], createdAt, disabledAt, disabledReason };
}
