import { loginOf, type OktaUser } from '../org/okta-user.js';
import { creationOf, mappedProfile, mergedWith, type AppUser } from './app-user.js';
import type { ScimClient } from './scim-client.js';
import { patchOf, ProvisioningError, readList, readResource, type ScimResource } from './scim-message.js';

export interface UserPushStyle {
  /**
   * How a profile change is sent: GET-then-PUT, or a PATCH replace without a path. Okta's documents disagree about
   * catalog apps.
   */
  readonly profile: 'PUT' | 'PATCH';
  /** How `active` is changed: catalog apps use PATCH, and wizard apps use GET-then-PUT. */
  readonly activation: 'PUT' | 'PATCH';
}

/** Provisions people: creates or links them, updates profiles, deactivates and reactivates them. */
export class UserProvisioning {
  private readonly appUsers = new Map<string, AppUser>();

  constructor(
    private readonly client: ScimClient,
    private readonly style: UserPushStyle,
  ) {}

  get assigned(): AppUser[] {
    return [...this.appUsers.values()];
  }

  appUser(user: OktaUser): AppUser {
    const assigned = this.appUsers.get(user.id);
    if (!assigned) throw new ProvisioningError(`${loginOf(user)} is not assigned to the app`, undefined);
    return assigned;
  }

  /** Searches for the userName. Links the user that it finds, and otherwise creates one. Searches again after a 409. */
  async assign(user: OktaUser): Promise<AppUser> {
    const known = this.appUsers.get(user.id);
    if (known) return this.setActive(user, true);
    const found = await this.findByUserName(loginOf(user));
    if (found) return this.link(user, found);
    try {
      const created = readResource(await this.client.send('POST', '/Users', creationOf(user)));
      return this.remember(user, created.id, created['active'] !== false);
    } catch (error) {
      if (!(error instanceof ProvisioningError) || error.status !== 409) throw error;
      const holder = await this.findByUserName(loginOf(user));
      if (!holder) throw error;
      return this.link(user, holder);
    }
  }

  async pushProfile(user: OktaUser): Promise<void> {
    await this.write(this.appUser(user), mappedProfile(user), this.style.profile);
  }

  async setActive(user: OktaUser, active: boolean): Promise<AppUser> {
    const appUser = this.appUser(user);
    await this.write(appUser, { active }, this.style.activation);
    appUser.active = active;
    return appUser;
  }

  forget(user: OktaUser): void {
    this.appUsers.delete(user.id);
  }

  private async link(user: OktaUser, found: ScimResource): Promise<AppUser> {
    const appUser = this.remember(user, found.id, true);
    await this.write(appUser, { ...mappedProfile(user), active: true }, this.style.profile);
    return appUser;
  }

  private async write(appUser: AppUser, change: Record<string, unknown>, how: 'PUT' | 'PATCH'): Promise<void> {
    const path = `/Users/${encodeURIComponent(appUser.scimId)}`;
    if (how === 'PATCH') {
      await this.client.send('PATCH', path, patchOf([{ op: 'replace', value: change }]));
      return;
    }
    const current = readResource(await this.client.send('GET', path));
    await this.client.send('PUT', path, mergedWith(current, change));
  }

  private async findByUserName(userName: string): Promise<ScimResource | undefined> {
    const filter = encodeURIComponent(`userName eq "${userName}"`);
    const list = readList(await this.client.send('GET', `/Users?filter=${filter}&startIndex=1&count=100`));
    return list.Resources[0];
  }

  private remember(user: OktaUser, scimId: string, active: boolean): AppUser {
    const appUser = { oktaUserId: user.id, scimId, active };
    this.appUsers.set(user.id, appUser);
    return appUser;
  }
}
