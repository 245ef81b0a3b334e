import { setTimeout as sleep } from 'node:timers/promises';
import { IdentityService, type IntegrationKey } from '@rollcall/directory';
import { PasskeyService } from '@rollcall/passkeys';
import { DomainError, newId, systemCaller } from '@rollcall/platform';
import type { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import type { Rig } from '../integration/okta-sync/rig.js';
import type { Journal } from './journal.js';
import type { Change, ModelledPerson } from './modelled-person.js';

const PATIENCE_MS = 120_000;

/** Makes changes through the services behind SCIM and GraphQL. Repeats a change until it is acknowledged, then never again. */
export class AcknowledgedChanges {
  count = 0;
  /** Called synchronously at each acknowledgment, with the number of acknowledgments so far. */
  onAcknowledged: (count: number) => void = () => undefined;
  private readonly caller;

  constructor(
    private readonly rig: Rig,
    private readonly key: IntegrationKey,
    private readonly okta: OktaSimulator,
    private readonly journal: Journal,
  ) {
    this.caller = systemCaller(key.tenantId, 'test');
  }

  async make(person: ModelledPerson, change: Change): Promise<void> {
    await this.carryOut(person, change);
    this.count += 1;
    this.onAcknowledged(this.count);
    this.journal.note(`${change} acknowledged: registered is ${person.registered}`, person.oktaId);
  }

  /** A change that sets a person's registration to true or false. */
  async turn(person: ModelledPerson): Promise<void> {
    await this.make(person, person.registered ? 'revoke' : 'bind');
  }

  /** Repeats the work until it no longer fails because PostgreSQL is down. */
  async again<T>(work: () => Promise<T>): Promise<T> {
    for (const until = performance.now() + PATIENCE_MS; ;) {
      try {
        return await work();
      } catch (error) {
        const refused = error instanceof DomainError && error.code !== 'UNAVAILABLE';
        if (refused || performance.now() > until) throw error;
        await sleep(50);
      }
    }
  }

  private async carryOut(person: ModelledPerson, change: Change): Promise<void> {
    switch (change) {
      case 'bind':
        return this.bind(person);
      case 'revoke':
        return this.revoke(person);
      case 'activate':
      case 'deactivate':
        return this.setActive(person, change === 'activate');
      case 'deprovision':
      case 'reprovision': {
        const back = change === 'reprovision';
        this.okta.changeStatus(person.oktaId, back ? 'activate' : 'deactivate');
        person.deprovisioned = !back;
        return this.setActive(person, back);
      }
      case 'delete':
        return this.delete(person);
      case 'create':
        return this.create(person);
      case 'move':
        return this.move(person);
    }
  }

  private async bind(person: ModelledPerson): Promise<void> {
    const passkey = { identityId: person.id ?? '', externalId: newId() };
    const { id } = await this.again(() => this.rig.of(PasskeyService).recordPasskey(this.caller, passkey));
    person.passkeys.push(id);
  }

  private async revoke(person: ModelledPerson): Promise<void> {
    const [id = '', ...others] = person.passkeys;
    await this.again(() => this.rig.of(PasskeyService).revokePasskey(this.caller, id));
    person.passkeys = others;
  }

  private async setActive(person: ModelledPerson, active: boolean): Promise<void> {
    const { integrationId } = this.key;
    await this.again(() => this.rig.of(IdentityService).setActive(this.caller, integrationId, person.id ?? '', active));
    person.active = active;
  }

  /** Links the identity to the person's other Okta user, as Okta does over SCIM. */
  private async move(person: ModelledPerson): Promise<void> {
    const { id = '', account, other = account } = person;
    await this.again(() => this.rig.move(this.key, id, other.id));
    Object.assign(person, { account: other, other: account });
  }

  private async delete(person: ModelledPerson): Promise<void> {
    const { id = '' } = person;
    const remove = () => this.rig.of(IdentityService).delete(this.caller, this.key.integrationId, id);
    // NOT_FOUND: an earlier attempt, whose acknowledgment was lost, has deleted it.
    await this.again(() => remove().catch((error: unknown) => isRefusal(error, 'NOT_FOUND') || Promise.reject(error)));
    Object.assign(person, { id: undefined, active: true, passkeys: [] });
  }

  private async create(person: ModelledPerson): Promise<void> {
    const { userName, oktaId: externalId } = person;
    const draft = { userName, externalId, displayName: null, email: null, active: true, profile: {} };
    person.id = await this.again(() =>
      this.rig
        .of(IdentityService)
        .create(this.caller, this.key.integrationId, draft)
        .then(
          ({ id }) => id,
          (error: unknown) => (isRefusal(error, 'CONFLICT') ? this.idOf(userName) : Promise.reject(error)),
        ),
    );
  }

  private async idOf(userName: string): Promise<string | undefined> {
    const [row] = await this.rig.database.query<{ id: string }>(
      `select id from identities where integration_id = $1 and user_name = $2`,
      [this.key.integrationId, userName],
    );
    return row?.id;
  }
}

function isRefusal(error: unknown, code: DomainError['code']): boolean {
  return error instanceof DomainError && error.code === code;
}
