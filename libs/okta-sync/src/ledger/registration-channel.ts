import type { IntegrationKey } from '@rollcall/directory';

/** PostgreSQL NOTIFY channel. A commit that makes rows of an integration due sends a notification to the workers on this channel. */
export const REGISTRATION_CHANNEL = 'rollcall_registrations';

/** `due`: a ledger row was requeued. `settings`: the integration was configured, paused or resumed. */
export type WakeReason = 'due' | 'settings';

export interface Wake {
  key: IntegrationKey;
  reason: WakeReason;
}

export function wakePayload({ tenantId, integrationId }: IntegrationKey, reason: WakeReason = 'due'): string {
  return `${tenantId}/${integrationId}/${reason}`;
}

/** Undefined if the payload contains no integration. Notifications may then have been lost. */
export function readWakePayload(payload: string): Wake | undefined {
  const [tenantId, integrationId, reason] = payload.split('/');
  if (!tenantId || !integrationId) return undefined;
  return { key: { tenantId, integrationId }, reason: reason === 'settings' ? 'settings' : 'due' };
}
