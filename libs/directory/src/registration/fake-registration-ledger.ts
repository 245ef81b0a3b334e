import type { Tx } from '@rollcall/platform';
import { type IntegrationKey, RegistrationLedger } from './registration-ledger.js';

/** Remembers its calls. An identity counts as tracked as long as it has passkeys. */
export class FakeRegistrationLedger extends RegistrationLedger {
  readonly touched: string[] = [];
  readonly forgotten: string[] = [];

  override async touch(_tx: Tx, _key: IntegrationKey, identityIds: readonly string[]): Promise<void> {
    this.touched.push(...identityIds);
  }

  override async relink(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void> {
    await this.touch(tx, key, identityIds);
  }

  override async move(tx: Tx, key: IntegrationKey, identityId: string): Promise<void> {
    await this.relink(tx, key, [identityId]);
  }

  override async forget(_tx: Tx, _key: IntegrationKey, identityIds: readonly string[]): Promise<void> {
    this.forgotten.push(...identityIds);
  }

  override recall(externalId: string): string {
    return `select ${externalId}::text where false`;
  }

  override tracks(identityAlias: string): string {
    return `${identityAlias}.active_passkeys > 0`;
  }

  override stateIs(_identityAlias: string, parameter: string): string {
    return `${parameter}::text is null`;
  }
}
