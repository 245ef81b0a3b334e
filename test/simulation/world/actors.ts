import { IdentityService } from '@rollcall/directory';
import { RegistrationSyncService, ScimRegistrationService } from '@rollcall/directory-integration';
import { EventHooks, ReconciliationService, RegistrationRetrier } from '@rollcall/okta-sync';
import { PasskeyService } from '@rollcall/passkeys';
import { OktaOrg } from '../targets/okta-org.js';
import type { TargetUser } from '../targets/simulated-target.js';
import type { Integration, World } from './world.js';

/** How often each thing happens, relative to the others. */
const WEIGHTS = {
  push: 8,
  bind: 16,
  revoke: 14,
  deactivate: 4,
  reactivate: 5,
  move: 2,
  remove: 3,
  tamper: 2,
  deprovision: 2,
  reprovision: 3,
  hook: 2,
  disable: 1,
  enable: 2,
  pause: 1,
  resume: 2,
  reconcile: 2,
  cancel: 1,
  ring: 1,
  retry: 1,
  crash: 3,
  sleepOn: 3,
  crashApi: 1,
};

export type Act = keyof typeof WEIGHTS;

/** All actors outside the product: Okta's SCIM client, people with passkeys, administrators, and failures of machines. */
export class Actors {
  private passkeys = 0;
  private people = 0;

  constructor(private readonly world: World) {}

  /** Does one thing, drawn at random. Most things are asked of the product and not waited for. */
  async act(): Promise<void> {
    const act = this.world.random.weighted(WEIGHTS);
    this.world.trace.add(`${this.world.now.toFixed(3)} act ${act}`);
    await this[act]();
  }

  push(): void {
    const { world } = this;
    const { id, target } = this.integration();
    const user = this.user(target.users);
    const known = world.model.identitiesOf(target, user).filter(({ integrationId }) => integrationId === id);
    if (known.length > 0 && !world.random.chance(0.15)) return;
    const userName = known.length > 0 ? `again${(this.people += 1)}@example.com` : user.login;
    const externalId = known.length === 0 && world.random.chance(0.15) ? null : user.externalId;
    const draft = { userName, externalId, displayName: null, email: null, active: true, profile: {} };
    world.command(`push ${userName}`, (product) => product.get(IdentityService).create(world.caller, id, draft));
  }

  bind(): void {
    const identity = this.identity(this.world.random.chance(0.8) ? false : undefined);
    if (!identity) return;
    const externalId = `passkey-${(this.passkeys += 1)}`;
    this.world.command(`bind ${identity.id}`, (product) =>
      product.get(PasskeyService).recordPasskey(this.world.caller, { identityId: identity.id, externalId }),
    );
  }

  /** All passkeys of one person, most of the time. */
  async revoke(): Promise<void> {
    const rows = await this.world.sql<{ id: string; identityId: string }>(
      'select id, identity_id as "identityId" from passkeys where revoked_at is null order by id',
    );
    if (rows.length === 0) return;
    const { identityId } = this.world.random.pick(rows);
    for (const { id } of rows.filter((row) => row.identityId === identityId)) {
      if (this.world.random.chance(0.1)) continue;
      this.world.command(`revoke ${id}`, (product) => product.get(PasskeyService).revokePasskey(this.world.caller, id));
    }
  }

  deactivate(): void {
    this.setActive(false);
  }

  reactivate(): void {
    this.setActive(true);
  }

  /** The identity now is another remote user, as after a correction of its externalId. */
  move(): void {
    const identity = this.identity();
    const integration = this.world.integrations.find(({ id }) => id === identity?.integrationId);
    if (!identity || !integration) return;
    const { externalId } = this.user(integration.target.users);
    this.world.trace.reach('an identity was moved to another user');
    this.world.command(`move ${identity.id} to ${externalId}`, (product) =>
      product.get(IdentityService).update(this.world.caller, integration.id, identity.id, (current) => ({
        ...current,
        externalId,
        profile: {},
      })),
    );
  }

  remove(): void {
    const identity = this.identity();
    if (!identity) return;
    this.world.command(`delete ${identity.id}`, (product) =>
      product.get(IdentityService).delete(this.world.caller, identity.integrationId, identity.id),
    );
  }

  tamper(): void {
    const { target } = this.integration();
    const user = this.user(target.users);
    if (!this.world.model.isOurs(target, user.id)) return;
    target.tamper(user.id, !user.registered, this.world.now);
    this.world.watch.tampered.add(`${target.host}/${user.id}`);
  }

  deprovision(): void {
    this.setStatus('DEPROVISIONED');
  }

  reprovision(): void {
    this.setStatus('ACTIVE');
  }

  hook(): void {
    const { id, target } = this.integration();
    this.sendHook(id, this.user(target.users).id);
  }

  disable(): void {
    this.configure(this.integration(), false);
  }

  enable(): void {
    this.configure(this.integration(), true);
  }

  pause(): void {
    const { world } = this;
    const { id, target } = this.integration();
    const alone = world.integrations.filter((each) => each.target === target).length === 1;
    world.command(
      `pause ${id}`,
      (product) => product.get(RegistrationSyncService).pauseByHand(world.caller, id, 'simulation'),
      () => alone && world.watch.pausedTargets.add(target),
    );
  }

  resume(): void {
    const { id, target } = this.integration();
    this.world.watch.pausedTargets.delete(target);
    this.world.command(`resume ${id}`, (product) => product.get(RegistrationSyncService).resume(this.world.caller, id));
  }

  reconcile(): void {
    this.startRun(this.integration(), {
      dryRun: this.world.random.chance(0.2),
      maxChangeRatio: this.world.random.pick([0, 0.2, 1]),
    });
  }

  async cancel(): Promise<void> {
    const runs = await this.world.sql<{ id: string }>(
      `select id from reconciliation_runs where status in ('QUEUED', 'RUNNING') order by id`,
    );
    const [run] = runs;
    if (!run) return;
    this.world.command('cancel', (product) => product.get(ReconciliationService).cancel(this.world.caller, run.id));
  }

  ring(): void {
    const living = this.world.livingWorkers;
    if (living.length === 0) return;
    const { process, product } = this.world.random.pick(living);
    const schedule = product.named<{ startDue(): Promise<void> }>('ReconciliationSchedule');
    this.world.scheduler.add(0, 'ring', () => void process.run(() => schedule.startDue()), process);
  }

  retry(): void {
    const { id } = this.integration();
    this.world.command(`retry ${id}`, (product) => product.get(RegistrationRetrier).retry(this.world.caller, id));
  }

  crash(): void {
    const living = this.world.livingWorkers;
    if (living.length === 0) return;
    this.world.trace.reach('a worker was killed');
    this.world.random.pick(living).process.crash();
  }

  /** As SIGSTOP and SIGCONT do, or a virtual machine that is moved. */
  sleepOn(): void {
    const living = this.world.livingWorkers;
    if (living.length === 0) return;
    const { process } = this.world.random.pick(living);
    const ms = this.world.random.chance(0.5)
      ? this.world.random.between(13_000, 40_000)
      : this.world.random.between(500, 13_000);
    process.pausedUntil = Math.max(process.pausedUntil, this.world.now + ms);
    if (ms > 10_000) process.overslept = true;
    this.world.trace.reach(ms > 13_000 ? 'a worker slept beyond its lease' : 'a worker slept for a while');
  }

  crashApi(): void {
    this.world.api.process.crash();
  }

  configure({ id, target }: Integration, enabled: boolean): void {
    this.world.watch.pausedTargets.delete(target);
    const { caller } = this.world;
    const okta = { integrationId: id, oktaDomain: target.host, apiToken: 'token', enabled };
    const scim = {
      integrationId: id,
      baseUrl: `https://${target.host}/scim/v2`,
      authentication: { bearerToken: 'token' },
      extension: 'urn:example:params:scim:schemas:extension:rollcall:2.0:User',
      enabled,
    };
    this.world.command(`configure ${id} ${enabled}`, (product) =>
      target instanceof OktaOrg
        ? product.get(RegistrationSyncService).configure(caller, okta)
        : product.get(ScimRegistrationService).configure(caller, scim),
    );
  }

  startRun({ id }: Integration, options: { dryRun: boolean; maxChangeRatio: number }): void {
    this.world.command(`reconcile ${id} ${options.maxChangeRatio}`, (product) =>
      product.get(ReconciliationService).start(this.world.caller, { integrationId: id, ...options }),
    );
  }

  private setActive(active: boolean): void {
    const identity = this.identity();
    if (!identity) return;
    this.world.command(`${active ? 'activate' : 'deactivate'} ${identity.id}`, (product) =>
      product.get(IdentityService).setActive(this.world.caller, identity.integrationId, identity.id, active),
    );
  }

  /** Okta deactivates the user over SCIM as well, most of the time, and sends an event hook, some of the time. */
  private setStatus(status: 'ACTIVE' | 'DEPROVISIONED'): void {
    const { world } = this;
    const { id, target } = this.integration();
    if (!(target instanceof OktaOrg)) return;
    const user = this.user(target.users);
    if (user.locked === (status === 'DEPROVISIONED')) return;
    target.setStatus(user.id, status);
    for (const identity of world.model.identitiesOf(target, user)) {
      if (!world.random.chance(0.8)) continue;
      world.command(`${status} ${identity.id}`, (product) =>
        product.get(IdentityService).setActive(world.caller, identity.integrationId, identity.id, status === 'ACTIVE'),
      );
    }
    if (world.random.chance(0.5)) this.sendHook(id, user.id);
  }

  private sendHook(integrationId: string, userId: string): void {
    const { world } = this;
    const body = {
      eventType: 'com.okta.event_hook',
      data: {
        events: [
          {
            uuid: `event-${world.random.whole(0, 1e9)}`,
            eventType: 'user.account.update_profile',
            target: [{ type: 'User', id: userId }],
          },
        ],
      },
    };
    world.command(`hook ${userId}`, (product) =>
      product.get(EventHooks).receive({ tenantId: world.tenantId, integrationId }, body),
    );
  }

  private integration(): Integration {
    return this.world.random.pick(this.world.integrations);
  }

  private user(users: readonly TargetUser[]): TargetUser {
    return this.world.random.pick(users.slice(0, -1));
  }

  /** @param wants whether they should be registered now */
  private identity(wants?: boolean) {
    const { identities } = this.world.model;
    const fitting = identities.filter((one) => wants === undefined || one.wants === wants);
    return fitting.length === 0 ? undefined : this.world.random.pick(fitting);
  }
}
