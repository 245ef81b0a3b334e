import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import { deliveryStatusOf, WebhookDeliveryStatus } from '../delivery/delivery-status.js';
import type { DeliveryRow } from '../delivery/webhook-deliveries.repository.js';
import { WebhookEvent } from '../webhook-event.js';

registerEnumType(WebhookDeliveryStatus, {
  name: 'WebhookDeliveryStatus',
  valuesMap: {
    HELD: { description: 'Sent when its endpoint is resumed.' },
    FAILED: { description: 'Not retried until an administrator retries it.' },
  },
});

@ObjectType({ description: 'One message to one webhook.' })
export class WebhookDelivery {
  @Field(() => ID, { description: 'webhook-id of the message, the same in every attempt.' }) id!: string;
  @Field(() => WebhookEvent) event!: WebhookEvent;
  @Field(() => WebhookDeliveryStatus) status!: WebhookDeliveryStatus;
  @Field(() => Int) attempts!: number;
  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null when none came.' })
  lastStatus!: number | null;
  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' }) lastError!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastAttemptAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) nextAttemptAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) deliveredAt!: Date | null;
}

export const WebhookDeliveryConnection = connectionOf(WebhookDelivery);

export function toWebhookDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    event: row.type as WebhookEvent,
    status: deliveryStatusOf(row),
    attempts: row.attempts,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at,
    lastAttemptAt: row.attempted_at,
    nextAttemptAt: row.due_at,
    deliveredAt: row.delivered_at,
  };
}
