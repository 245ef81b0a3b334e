import { deliveryStatusOf, WebhookDeliveryStatus } from './delivery-status.js';

const at = new Date();

it.each([
  [WebhookDeliveryStatus.PENDING, { due_at: at }],
  [WebhookDeliveryStatus.RETRYING, { due_at: at, last_error: 'The receiver answered 500' }],
  [WebhookDeliveryStatus.FAILED, { last_error: 'The receiver answered 500' }],
  [WebhookDeliveryStatus.HELD, { held: true }],
  [WebhookDeliveryStatus.DELIVERED, { held: true, delivered_at: at }],
])('a delivery is %s', (status, fields) => {
  expect(deliveryStatusOf({ delivered_at: null, due_at: null, held: false, last_error: null, ...fields })).toBe(status);
});
