import type { IntegrationKey } from '@rollcall/directory';

/** NOTIFY channel on which a commit notifies the workers that an integration has due rows. */
export const REGISTRATION_CHANNEL = 'rollcall_registrations';

/** `due`: a ledger row was touched; `settings`: the integration was configured, paused, resumed or retried. */
export type WakeReason = 'due' | 'settings';

export interface Wake {
  key: IntegrationKey;
  reason: WakeReason;
}

export function wakePayload({ tenantId, integrationId }: IntegrationKey, reason: WakeReason = 'due'): string {
  return `${tenantId}/${integrationId}/${reason}`;
}

/** Undefined if the payload names no integration: notifications may have been lost. */
export function readWakePayload(payload: string): Wake | undefined {
  const [tenantId, integrationId, reason] = payload.split('/');
  if (!tenantId || !integrationId) return undefined;
  return { key: { tenantId, integrationId }, reason: reason === 'settings' ? 'settings' : 'due' };
}
