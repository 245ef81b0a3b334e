import { WebhookEndpointRow } from './webhook-endpoint.row.js';
import { WebhookMessageRow } from './delivery/webhook-message.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const webhooksRows = [WebhookEndpointRow, WebhookMessageRow];
