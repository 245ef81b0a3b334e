import type { WebhookDeliveryStatus, WebhookEvent } from '../../gql/graphql';
import type { Tone } from '../../ui/layout/status';

/** For each event: the event type in the message, and its label and meaning for administrators. */
export const WEBHOOK_EVENT: Record<WebhookEvent, { type: string; label: string; meaning: string }> = {
  REGISTERED: {
    type: 'registration.registered',
    label: 'Person registered',
    meaning: 'Okta, or the SCIM server, has confirmed that a person has a passkey.',
  },
  UNREGISTERED: {
    type: 'registration.unregistered',
    label: 'Person no longer registered',
    meaning: 'Okta, or the SCIM server, has confirmed that a person no longer has a passkey.',
  },
  DRIFT_FOUND: {
    type: 'reconciliation.drift_found',
    label: 'Drift found',
    meaning: 'A reconciliation found differences between Rollcall and what it writes to.',
  },
  SYNC_PAUSED: {
    type: 'registration_sync.paused',
    label: 'Writing paused',
    meaning: 'Nothing is written to Okta or to the SCIM server until an administrator acts.',
  },
  CREDENTIAL_EXPIRING: {
    type: 'credential.expiring',
    label: 'Credential expires',
    meaning: 'A SCIM credential expires within a week.',
  },
  TEST: { type: 'webhook.test', label: 'Test', meaning: 'Says nothing.' },
};

export const CHOOSABLE_EVENTS = (Object.keys(WEBHOOK_EVENT) as WebhookEvent[]).filter((event) => event !== 'TEST');

export const DELIVERY_STATUS: Record<WebhookDeliveryStatus, { tone: Tone; label: string }> = {
  DELIVERED: { tone: 'ok', label: 'Delivered' },
  PENDING: { tone: 'busy', label: 'On its way' },
  RETRYING: { tone: 'warn', label: 'Trying again' },
  HELD: { tone: 'idle', label: 'Kept' },
  FAILED: { tone: 'bad', label: 'Given up' },
};

/** Sample code for a receiver that verifies a message. It needs only Node (Standard Webhooks, "Signature scheme"). */
export const VERIFY_SAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

// headers: by lower-case name; body: the text as it came, before it is parsed
export function isFromRollcall(secret, headers, body) {
  const [id, at] = [headers['webhook-id'], headers['webhook-timestamp']];
  if (!(Math.abs(Date.now() / 1000 - Number(at)) < 300)) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(\`\${id}.\${at}.\${body}\`).digest();
  return String(headers['webhook-signature']).split(' ').some((part) => {
    const [version, text = ''] = part.split(',');
    const given = Buffer.from(text, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}`;
