import type { OktaUser, Profile, UserStatus } from './okta-user.js';
import { loginOf } from './okta-user.js';

export interface NewUser {
  profile: Profile & { login: string };
  status?: UserStatus;
  typeId: string;
  provider?: OktaUser['provider'];
  superAdmin?: boolean;
}

/** Every person of the org in creation order, found by id or by login (any case). */
export class UserDirectory {
  private readonly users: OktaUser[] = [];
  private readonly byId = new Map<string, number>();
  private readonly byLogin = new Map<string, number>();
  private readonly deleted = new Set<number>();

  constructor(
    private readonly now: () => number,
    private readonly changed: (user: OktaUser, deleted: boolean) => void,
  ) {}

  get size(): number {
    return this.users.length - this.deleted.size;
  }

  add(input: NewUser): OktaUser {
    const position = this.users.length;
    const at = this.now();
    const status = input.status ?? 'ACTIVE';
    const user: OktaUser = {
      id: `00u1${position.toString(36).padStart(10, '0')}rCl697`,
      position,
      status,
      transitioningToStatus: null,
      typeId: input.typeId,
      provider: input.provider ?? 'OKTA',
      superAdmin: input.superAdmin ?? false,
      profile: input.profile,
      created: at,
      activated: status === 'STAGED' ? null : at,
      statusChanged: at,
      lastUpdated: at,
    };
    this.users.push(user);
    this.byId.set(user.id, position);
    this.byLogin.set(loginOf(user).toLowerCase(), position);
    this.changed(user, false);
    return user;
  }

  find(idOrLogin: string): OktaUser | undefined {
    const position = this.byId.get(idOrLogin) ?? this.byLogin.get(idOrLogin.toLowerCase());
    return position === undefined ? undefined : this.users[position];
  }

  update(user: OktaUser, change: Partial<Omit<OktaUser, 'id' | 'position'>>): OktaUser {
    const updated: OktaUser = { ...user, ...change, lastUpdated: this.now() };
    this.users[user.position] = updated;
    if (loginOf(user) !== loginOf(updated)) {
      this.byLogin.delete(loginOf(user).toLowerCase());
      this.byLogin.set(loginOf(updated).toLowerCase(), user.position);
    }
    this.changed(updated, false);
    return updated;
  }

  delete(user: OktaUser): void {
    this.deleted.add(user.position);
    this.byId.delete(user.id);
    this.byLogin.delete(loginOf(user).toLowerCase());
    this.changed(user, true);
  }

  /** People in creation order, from a position on. */
  *from(position = 0): Generator<OktaUser> {
    for (let at = position; at < this.users.length; at += 1) {
      const user = this.users[at];
      if (user && !this.deleted.has(at)) yield user;
    }
  }
}
