import { WebhookEndpointRow } from './webhook-endpoint.row.js';
import { WebhookMessageRow } from './delivery/webhook-message.row.js';

/** Tables of this library; the drift check reads them. */
export const webhooksRows = [WebhookEndpointRow, WebhookMessageRow];
