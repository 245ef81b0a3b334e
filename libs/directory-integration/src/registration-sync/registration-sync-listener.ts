import type { Tx } from '@rollcall/platform';

/** Notified when writes to Okta may have to start, restart or change target. Implemented by the registration ledger. */
export abstract class RegistrationSyncListener {
  /** In the transaction of the change. */
  abstract configured(tx: Tx, tenantId: string, integrationId: string): Promise<void>;

  /** In the transaction that pauses. */
  abstract paused(tx: Tx, tenantId: string, integrationId: string): Promise<void>;

  /**
   * Called after a pause is committed: waits until no process sends requests for the integration.
   * @throws DomainError UNAVAILABLE when a request is still in progress after 30 seconds; the pause remains
   */
  abstract quiet(tenantId: string, integrationId: string): Promise<void>;
}

export class FakeRegistrationSyncListener extends RegistrationSyncListener {
  readonly calls: { tenantId: string; integrationId: string }[] = [];

  async configured(_tx: Tx, tenantId: string, integrationId: string): Promise<void> {
    this.calls.push({ tenantId, integrationId });
  }

  async paused(): Promise<void> {}

  async quiet(): Promise<void> {}
}
