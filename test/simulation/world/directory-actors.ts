import { IdentityService } from '@rollcall/directory';
import { PasskeyService } from '@rollcall/passkeys';
import type { Act } from './act.js';
import { OktaOrg } from '../targets/okta-org.js';
import type { TargetUser } from '../targets/simulated-target.js';
import { anIntegration, aUser, sendHook } from './draws.js';
import type { Integration, World } from './world.js';

/** Actions of Okta's SCIM client and of people with passkeys, mostly without waiting for the result. */
export class DirectoryActors {
  private passkeys = 0;
  private people = 0;
  /** Id of the person that acts prefer now; an act that cannot use this person picks another one. */
  private focus: string | undefined;

  constructor(private readonly world: World) {}

  push(): Act {
    const { world } = this;
    const { id, target } = anIntegration(world);
    const user = aUser(world, target);
    const known = world.model.identitiesOf(target, user).filter(({ integrationId }) => integrationId === id);
    if (known.length > 0 && !world.random.chance(0.15)) return false;
    const named = known.length === 0 && world.random.chance(0.15);
    // Okta accepts a login in place of an id; even so, this person must not be linked to the user with that login.
    const posing = known.length > 0 && world.random.chance(0.3);
    const userName = known.length > 0 ? `again${(this.people += 1)}@example.com` : user.login;
    const externalId = named ? null : posing ? user.login : user.externalId;
    const draft = { userName, externalId, displayName: null, email: null, active: true, profile: {} };
    world.command(`push ${userName}`, (product) => product.get(IdentityService).create(world.caller, id, draft));
  }

  bind(): Act {
    const identity = this.identity(this.world.random.chance(0.8) ? false : undefined);
    if (!identity) return false;
    const externalId = `passkey-${(this.passkeys += 1)}`;
    this.world.command(`bind ${identity.id}`, (product) =>
      product.get(PasskeyService).recordPasskey(this.world.caller, { identityId: identity.id, externalId }),
    );
  }

  /** Revokes the passkeys of one person, usually all of them. */
  async revoke(): Promise<Act> {
    const rows = await this.world.sql<{ id: string; identityId: string }>(
      'select id, identity_id as "identityId" from passkeys where revoked_at is null order by id',
    );
    if (rows.length === 0) return false;
    const { identityId } = rows.find((row) => row.identityId === this.focus) ?? this.world.random.pick(rows);
    for (const { id } of rows.filter((row) => row.identityId === identityId)) {
      if (this.world.random.chance(0.1)) continue;
      this.world.command(`revoke ${id}`, (product) => product.get(PasskeyService).revokePasskey(this.world.caller, id));
    }
  }

  deactivate(): Act {
    return this.setActive(false);
  }

  reactivate(): Act {
    return this.setActive(true);
  }

  /** Gives the identity the externalId of another remote user, as a correction would. */
  move(): Act {
    const identity = this.identity(this.world.random.chance(0.7) ? true : undefined);
    const integration = this.world.integrations.find(({ id }) => id === identity?.integrationId);
    if (!identity || !integration) return false;
    const { externalId } = aUser(this.world, integration.target);
    if (externalId === identity.externalId) return false;
    this.world.trace.reach('an identity was moved to another user');
    this.world.command(`move ${identity.id} to ${externalId}`, (product) =>
      product.get(IdentityService).update(this.world.caller, integration.id, identity.id, (current) => ({
        ...current,
        externalId,
        profile: {},
      })),
    );
  }

  remove(): Act {
    const identity = this.identity(this.world.random.chance(0.7) ? true : undefined);
    if (!identity) return false;
    this.world.command(`delete ${identity.id}`, (product) =>
      product.get(IdentityService).delete(this.world.caller, identity.integrationId, identity.id),
    );
  }

  deprovision(): Act {
    return this.setStatus('DEPROVISIONED');
  }

  reprovision(): Act {
    return this.setStatus('ACTIVE');
  }

  /** Several things happen to one person within the time of a few requests. */
  async collide(): Promise<Act> {
    const { world } = this;
    const person = this.identity();
    if (!person) return false;
    const moves = [() => this.move()];
    const anything = [
      () => this.bind(),
      () => this.revoke(),
      () => this.move(),
      () => this.remove(),
      () => this.deactivate(),
      () => this.reactivate(),
      () => this.deprovision(),
      () => this.reprovision(),
    ];
    const happenings = world.random.chance(0.25) ? moves : anything;
    await this.about(person.id, async () => {
      for (let times = world.random.whole(2, 4); times > 0; times -= 1) {
        await world.random.pick(happenings)();
        await world.pass(world.random.between(0, 150));
      }
    });
  }

  /** Deletes a person while their user is deprovisioned; later the user becomes active again. */
  async leave(): Promise<Act> {
    const { world } = this;
    const person = this.identity(true);
    const target = world.integrations.find(({ id }) => id === person?.integrationId)?.target;
    if (!person || !(target instanceof OktaOrg)) return false;
    const user = target.users.find(({ id }) => id === person.externalId);
    if (!user?.registered || user.locked) return false;
    const pass = () => world.pass(world.random.between(0, 3_000));
    target.setStatus(user.id, 'DEPROVISIONED');
    await pass();
    await this.about(person.id, () => this.remove());
    await pass();
    target.setStatus(user.id, 'ACTIVE');
    this.sendHookOrNot(person.integrationId, target, user, false);
  }

  /** Finds two identities of different integrations that are linked to the same user and registered. */
  async shared(): Promise<{ one: string; user: TargetUser; other: Integration } | undefined> {
    const { world } = this;
    const rows = await world.sql<{ id: string; userId: string; integrationId: string; otherId: string }>(
      `select r.identity_id as id, r.okta_user_id as "userId", r.integration_id as "integrationId", o.integration_id as "otherId"
       from registrations r join registrations o on o.okta_user_id = r.okta_user_id and o.integration_id <> r.integration_id
       where r.state = 'IN_SYNC' and o.state = 'IN_SYNC' and r.confirmed and o.confirmed and r.due_at is null and o.due_at is null
       order by 1, 4`,
    );
    const pairs = rows.flatMap(({ id, userId, integrationId, otherId }) => {
      const one = world.integrations.find((each) => each.id === integrationId);
      const other = world.integrations.find((each) => each.id === otherId);
      const user = one?.target.users.find((each) => each.id === userId);
      return user && other && one?.target === other.target ? [{ one: id, user, other }] : [];
    });
    return pairs.length === 0 ? undefined : world.random.pick(pairs);
  }

  /** Runs an act on this person. */
  async about(id: string, happening: () => Act | Promise<Act>): Promise<void> {
    this.focus = id;
    await happening();
    this.focus = undefined;
  }

  private setActive(active: boolean): Act {
    const inactive = this.world.model.identities.filter((one) => one.active !== active);
    if (inactive.length === 0) return false;
    const identity = inactive.find(({ id }) => id === this.focus) ?? this.world.random.pick(inactive);
    this.world.command(`${active ? 'activate' : 'deactivate'} ${identity.id}`, (product) =>
      product.get(IdentityService).setActive(this.world.caller, identity.integrationId, identity.id, active),
    );
  }

  /** Changes the status of a user in Okta. Usually Okta pushes it over SCIM too, and sometimes it sends an event hook. */
  private setStatus(status: 'ACTIVE' | 'DEPROVISIONED'): Act {
    const { world } = this;
    const { id, target } = anIntegration(world);
    if (!(target instanceof OktaOrg)) return false;
    const user = aUser(world, target);
    if (user.locked === (status === 'DEPROVISIONED')) return false;
    target.setStatus(user.id, status);
    let pushed = false;
    for (const identity of world.model.identitiesOf(target, user)) {
      if (!world.random.chance(0.8)) continue;
      pushed = true;
      world.command(`${status} ${identity.id}`, (product) =>
        product.get(IdentityService).setActive(world.caller, identity.integrationId, identity.id, status === 'ACTIVE'),
      );
    }
    this.sendHookOrNot(id, target, user, pushed);
  }

  /** Sends an event hook in half of the cases. @param pushed whether Okta pushed the change over SCIM */
  private sendHookOrNot(integrationId: string, { host }: OktaOrg, { id }: TargetUser, pushed: boolean): void {
    const { world } = this;
    if (world.random.chance(0.5)) sendHook(world, integrationId, id);
    else if (!pushed) world.watch.unannounced.add(`${host}/${id}`);
  }

  /** @param wants whether the identity should be registered now */
  private identity(wants?: boolean) {
    const { identities } = this.world.model;
    const fitting = identities.filter((one) => wants === undefined || one.wants === wants);
    if (fitting.length === 0) return undefined;
    return fitting.find(({ id }) => id === this.focus) ?? this.world.random.pick(fitting);
  }
}
