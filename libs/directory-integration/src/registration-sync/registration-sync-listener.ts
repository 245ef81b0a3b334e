import type { Tx } from '@rollcall/platform';

/** Is notified when the workers may have to start or stop writing, or to change their target. The registration ledger implements it. */
export abstract class RegistrationSyncListener {
  /** Called in the transaction that changes the settings or lifts a pause. */
  abstract configured(tx: Tx, tenantId: string, integrationId: string): Promise<void>;

  /** Called in the transaction that pauses. */
  abstract paused(tx: Tx, tenantId: string, integrationId: string): Promise<void>;

  /**
   * Called after a pause is committed. Waits until no process sends requests for the integration.
   * @throws DomainError UNAVAILABLE if a request is still running after 30 seconds; the pause remains
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
