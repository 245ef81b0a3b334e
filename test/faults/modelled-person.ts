/** Changes of a person by an administrator, the person, or Okta over SCIM. */
export type Change =
  'bind' | 'revoke' | 'activate' | 'deactivate' | 'deprovision' | 'reprovision' | 'delete' | 'create' | 'move';

/** The change that reverts another one. */
const OPPOSITES: Partial<Record<Change, Change>> = {
  bind: 'revoke',
  revoke: 'bind',
  activate: 'deactivate',
  deactivate: 'activate',
};

/** A user in Okta. */
export interface Account {
  id: string;
  login: string;
}

/** The expected state of a person: the acknowledged changes only. */
export class ModelledPerson {
  active = true;
  /** Deactivated in Okta itself, which then refuses to write them. */
  deprovisioned = false;
  /** Ids of the active passkeys. */
  passkeys: string[] = [];

  /**
   * @param userName login of the first account
   * @param account the Okta user that the external id leads to
   * @param other another Okta user, which the external id may lead to at other times
   * @param id of the identity; undefined while there is none
   */
  constructor(
    readonly userName: string,
    public account: Account,
    public other: Account | undefined,
    public id: string | undefined,
  ) {}

  get oktaId(): string {
    return this.account.id;
  }

  /** The expected final value in Okta and the ledger. */
  get registered(): boolean {
    return this.id !== undefined && this.active && this.passkeys.length > 0;
  }

  possible(): Change[] {
    if (this.id === undefined) return ['create'];
    const passkeys: Change[] =
      this.passkeys.length === 0 ? ['bind'] : this.passkeys.length === 1 ? ['bind', 'revoke'] : ['revoke'];
    if (this.deprovisioned) return [...passkeys, 'reprovision', 'reprovision'];
    const moves: Change[] = this.other ? ['move', 'move'] : [];
    return [...passkeys, ...passkeys, ...moves, this.active ? 'deactivate' : 'activate', 'deprovision', 'delete'];
  }

  /** Possible changes that change `registered`, each with the change that reverts it. */
  turns(): { change: Change; opposite: Change }[] {
    if (this.id === undefined || this.deprovisioned) return [];
    const turns: Change[] = [];
    if (this.active && this.passkeys.length === 0) turns.push('bind');
    if (this.active && this.passkeys.length === 1) turns.push('revoke');
    if (this.passkeys.length > 0) turns.push(this.active ? 'deactivate' : 'activate');
    return turns.map((change) => ({ change, opposite: OPPOSITES[change] as Change }));
  }
}
