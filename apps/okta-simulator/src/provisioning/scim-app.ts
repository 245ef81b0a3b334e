import { loginOf, type OktaUser } from '../org/okta-user.js';
import type { SystemLog } from '../org/system-log.js';
import type { UserDirectory } from '../org/user-directory.js';
import type { AppUser } from './app-user.js';
import { GroupPush, type PushedGroup } from './group-push.js';
import { ScimClient, type ScimClientOptions } from './scim-client.js';
import { ProvisioningError, readList, type Member, type ScimResource } from './scim-message.js';
import { UserProvisioning } from './user-provisioning.js';

/**
 * `catalog` is the app "SCIM 2.0 Test App (OAuth Bearer Token)", which uses PATCH. `wizard` is an app of the App
 * Integration Wizard, which uses GET-then-PUT.
 */
export type ScimDialect = 'catalog' | 'wizard';

export interface ScimAppOptions extends ScimClientOptions {
  dialect: ScimDialect;
  /** How a catalog app sends profile updates; defaults to GET-then-PUT. */
  profileUpdates?: 'PUT' | 'PATCH';
  /** Maximum number of concurrent pushes; defaults to 8. */
  concurrency?: number;
}

export interface PushReport {
  readonly succeeded: number;
  readonly failed: readonly { login: string; error: ProvisioningError }[];
}

const IMPORT_PAGE = 100;
const APP_NAME = 'Rollcall';

/**
 * A SCIM application of the org: it sends what Okta's provisioning sends when an administrator clicks. People are given
 * by id or login.
 */
export class ScimApp {
  readonly client: ScimClient;
  readonly users: UserProvisioning;
  readonly groups: GroupPush;

  constructor(
    private readonly options: ScimAppOptions,
    private readonly directory: UserDirectory,
    private readonly log: SystemLog,
  ) {
    const activation = options.dialect === 'wizard' ? 'PUT' : 'PATCH';
    this.client = new ScimClient(options);
    this.users = new UserProvisioning(this.client, { activation, profile: options.profileUpdates ?? 'PUT' });
    this.groups = new GroupPush(this.client, activation);
  }

  /** Does what the button "Test API Credentials" does. @throws the error that Okta would show */
  async testCredentials(): Promise<void> {
    readList(await this.client.send('GET', '/Users?startIndex=1&count=2'));
  }

  /** Assigns people, eight at a time. The report lists failures, as Okta's Tasks do. */
  async assign(people: readonly string[]): Promise<PushReport> {
    return this.each(people, async (user) => {
      await this.users.assign(user);
      this.log.emit('application.user_membership.add', targets(user), 'system');
    });
  }

  /** Removes people from the app. They become inactive at the SCIM server but stay active in Okta. */
  async unassign(people: readonly string[]): Promise<PushReport> {
    return this.each(people, async (user) => {
      await this.users.setActive(user, false);
      this.log.emit('application.user_membership.remove', targets(user), 'system');
    });
  }

  async reassign(people: readonly string[]): Promise<PushReport> {
    return this.each(people, async (user) => void (await this.users.setActive(user, true)));
  }

  /** Sends the current Okta profiles of people who are already assigned. */
  async pushProfiles(people: readonly string[]): Promise<PushReport> {
    return this.each(people, (user) => this.users.pushProfile(user));
  }

  async pushGroup(name: string, people: readonly string[]): Promise<PushedGroup> {
    return this.groups.push(
      name,
      people.map((person) => this.member(person)),
    );
  }

  async changeMembers(name: string, change: { add?: readonly string[]; remove?: readonly string[] }): Promise<void> {
    await this.groups.change(name, {
      add: (change.add ?? []).map((person) => this.member(person)),
      remove: (change.remove ?? []).map((person) => this.member(person).value),
    });
  }

  async pushGroupNow(name: string, people: readonly string[]): Promise<void> {
    await this.groups.pushNow(
      name,
      people.map((person) => this.member(person)),
    );
  }

  /** Reads all pages until totalResults is reached, as "Import Now" does. */
  async import(kind: 'Users' | 'Groups'): Promise<ScimResource[]> {
    const all: ScimResource[] = [];
    for (;;) {
      const list = readList(
        await this.client.send('GET', `/${kind}?startIndex=${all.length + 1}&count=${IMPORT_PAGE}`),
      );
      all.push(...list.Resources);
      if (all.length >= list.totalResults) return all;
      if (list.Resources.length === 0) throw new ProvisioningError(`${kind} ended before totalResults`, undefined);
    }
  }

  assigned(person: string): AppUser {
    return this.users.appUser(this.user(person));
  }

  private member(person: string): Member {
    const user = this.user(person);
    return { value: this.users.appUser(user).scimId, display: loginOf(user) };
  }

  private user(person: string): OktaUser {
    const user = this.directory.find(person);
    if (!user) throw new ProvisioningError(`${person} is not in the org`, undefined);
    return user;
  }

  private async each(people: readonly string[], push: (user: OktaUser) => Promise<void>): Promise<PushReport> {
    const failed: { login: string; error: ProvisioningError }[] = [];
    await inParallel(people, this.options.concurrency ?? 8, async (person) => {
      const user = this.user(person);
      await push(user).catch((error: unknown) =>
        failed.push({ login: loginOf(user), error: asProvisioningError(error) }),
      );
    });
    return { succeeded: people.length - failed.length, failed };
  }
}

function targets(user: OktaUser): { id: string; type: string; name: string }[] {
  return [
    { id: user.id, type: 'User', name: loginOf(user) },
    { id: '0oa1rollcallrCl697', type: 'AppInstance', name: APP_NAME },
  ];
}

function asProvisioningError(error: unknown): ProvisioningError {
  if (error instanceof ProvisioningError) return error;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return new ProvisioningError(`no answer: ${String(cause)}`, undefined);
}

/** Runs `work` over the items with at most `limit` at once; returns the results in the order of the items. */
async function inParallel<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return results;
}
