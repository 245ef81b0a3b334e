import type { ScimClient } from './scim-client.js';
import {
  GROUP_SCHEMA,
  patchOf,
  ProvisioningError,
  readList,
  readResource,
  type Member,
  type PatchOperation,
} from './scim-message.js';

export interface PushedGroup {
  name: string;
  readonly scimId: string;
  members: Member[];
}

/**
 * Pushes groups as Okta does: creates or links a group, changes its members in the app's dialect, renames it, and
 * unlinks it.
 */
export class GroupPush {
  private readonly groups = new Map<string, PushedGroup>();

  constructor(
    private readonly client: ScimClient,
    /** How membership changes are sent: catalog apps use PATCH, and wizard apps PUT the whole group. */
    private readonly style: 'PUT' | 'PATCH',
  ) {}

  get pushed(): PushedGroup[] {
    return [...this.groups.values()];
  }

  group(name: string): PushedGroup {
    const group = this.groups.get(name);
    if (!group) throw new ProvisioningError(`group ${name} was not pushed`, undefined);
    return group;
  }

  /**
   * Pushes a group for the first time: creates an empty group, or links the group that has this name. Then sends all
   * members in one request.
   */
  async push(name: string, members: readonly Member[]): Promise<PushedGroup> {
    const filter = encodeURIComponent(`displayName eq "${name}"`);
    const found = readList(await this.client.send('GET', `/Groups?filter=${filter}&startIndex=1&count=100`))
      .Resources[0];
    const body = { schemas: [GROUP_SCHEMA], displayName: name, members: [] };
    const resource = found ?? readResource(await this.client.send('POST', '/Groups', body));
    const group: PushedGroup = { name, scimId: resource.id, members: [] };
    this.groups.set(name, group);
    await this.change(name, { add: members });
    return group;
  }

  /** Sends removals and additions in one request, with the removals first. */
  async change(name: string, change: { add?: readonly Member[]; remove?: readonly string[] }): Promise<void> {
    const group = this.group(name);
    const gone = new Set([...(change.remove ?? []), ...(change.add ?? []).map((member) => member.value)]);
    const members = [...group.members.filter((member) => !gone.has(member.value)), ...(change.add ?? [])];
    const removals = (change.remove ?? []).map((id): PatchOperation => ({
      op: 'remove',
      path: `members[value eq "${id}"]`,
    }));
    const additions: PatchOperation[] = change.add?.length ? [{ op: 'add', path: 'members', value: change.add }] : [];
    await this.send(group, members, [...removals, ...additions]);
  }

  /** "Push now": sends the whole list of members, even if it is empty. */
  async pushNow(name: string, members?: readonly Member[]): Promise<void> {
    const group = this.group(name);
    const all = [...(members ?? group.members)];
    await this.send(group, all, [{ op: 'replace', path: 'members', value: all }]);
  }

  /** Sends all members in a PATCH operation that has no path. */
  async pushNowWithoutPath(name: string, members: readonly Member[]): Promise<void> {
    await this.send(this.group(name), [...members], [{ op: 'replace', value: { members } }]);
  }

  async rename(name: string, newName: string): Promise<void> {
    const group = this.group(name);
    group.name = newName;
    this.groups.delete(name);
    this.groups.set(newName, group);
    await this.send(group, group.members, []);
  }

  async unlink(name: string): Promise<void> {
    await this.client.send('DELETE', this.path(this.group(name)));
    this.groups.delete(name);
  }

  /**
   * Catalog apps begin every membership push with a replace operation that has no path and contains `id` and
   * `displayName`.
   */
  private async send(group: PushedGroup, members: Member[], operations: readonly PatchOperation[]): Promise<void> {
    const naming = { id: group.scimId, displayName: group.name };
    if (this.style === 'PUT') {
      await this.client.send('PUT', this.path(group), { schemas: [GROUP_SCHEMA], ...naming, members });
    } else {
      await this.client.send('PATCH', this.path(group), patchOf([{ op: 'replace', value: naming }]));
      if (operations.length > 0) await this.client.send('PATCH', this.path(group), patchOf(operations));
    }
    group.members = members;
  }

  private path(group: PushedGroup): string {
    return `/Groups/${encodeURIComponent(group.scimId)}`;
  }
}
