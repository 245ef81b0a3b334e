/** Events that webhooks can subscribe to. */
export enum WebhookEvent {
  REGISTERED = 'registration.registered',
  UNREGISTERED = 'registration.unregistered',
  DRIFT_FOUND = 'reconciliation.drift_found',
  SYNC_PAUSED = 'registration_sync.paused',
  CREDENTIAL_EXPIRING = 'credential.expiring',
  TEST = 'webhook.test',
}
