import type { DeliveryRow } from './webhook-deliveries.repository.js';

/** Delivery state of a message. */
export enum WebhookDeliveryStatus {
  PENDING = 'PENDING',
  RETRYING = 'RETRYING',
  DELIVERED = 'DELIVERED',
  HELD = 'HELD',
  FAILED = 'FAILED',
}

type Standing = Pick<DeliveryRow, 'delivered_at' | 'due_at' | 'held' | 'last_error'>;

export function deliveryStatusOf(row: Standing): WebhookDeliveryStatus {
  if (row.delivered_at) return WebhookDeliveryStatus.DELIVERED;
  if (row.held) return WebhookDeliveryStatus.HELD;
  if (row.due_at === null) return WebhookDeliveryStatus.FAILED;
  return row.last_error === null ? WebhookDeliveryStatus.PENDING : WebhookDeliveryStatus.RETRYING;
}
