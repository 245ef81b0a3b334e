import { WebhookEndpointRow } from './webhook-endpoint.row.js';
import { WebhookMessageRow } from './webhook-message.row.js';

/** Tables of this library, for the drift check. */
export const webhooksRows = [WebhookEndpointRow, WebhookMessageRow];
