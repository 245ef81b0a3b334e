import type { IntegrationKey } from '@rollcall/directory-integration';
import type { Tx } from '@rollcall/platform';

export type { IntegrationKey };

/**
 * Must be called when anything changes that Okta's flag depends on. Level-triggered: a touch marks a row as due and carries no value.
 * Declared here, where the changes happen; implemented by the write-back.
 */
export abstract class RegistrationLedger {
  /** Call in the transaction of the change. Identities without a ledger row get one. */
  abstract touch(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void>;

  /** Like `touch`, and looks up and reads the remote user of each person again. */
  abstract relink(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void>;

  /** Like `relink`, after a change of a person's external id. @param from the old external id */
  abstract move(tx: Tx, key: IntegrationKey, identityId: string, from: string | null): Promise<void>;

  /**
   * Call in the transaction that deletes the identities, before their rows are deleted. If Okta's flag is or may be true, the ledger keeps
   * the Okta user id, so that false is still written.
   */
  abstract forget(tx: Tx, key: IntegrationKey, identityIds: readonly string[]): Promise<void>;

  /**
   * SQL for a CTE of the statement that creates an identity (tenant is $1, integration $2). If the person was deleted earlier and their
   * last value is not written yet, it makes their ledger row due.
   * @param externalId placeholder of the new identity's external id
   */
  abstract recall(externalId: string): string;

  /**
   * SQL condition: the identity has passkeys or a ledger row, so that a change must requeue its registration.
   * @param identityAlias alias of `identities` in the surrounding statement
   */
  abstract tracks(identityAlias: string): string;

  /**
   * SQL condition: the identity's registration is in the state `parameter`.
   * @param parameter placeholder such as `$3`, bound to a RegistrationState
   */
  abstract stateIs(identityAlias: string, parameter: string): string;
}
