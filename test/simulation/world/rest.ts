import { RegistrationSyncService } from '@rollcall/directory-integration';
import { Doctor, RegistrationRetrier } from '@rollcall/okta-sync';
import { MAX_SEARCH_LAG_MS, OktaOrg } from '../targets/okta-org.js';
import type { Actors } from './actors.js';
import { Violation, type Rule } from './violation.js';
import type { Integration, World } from './world.js';

const MINUTES = 60_000;
/** Virtual time within which the write-back has nothing left to do once all faults are over. */
const SETTLES_WITHIN_MS = 15 * MINUTES;
const SETTLES_WITHIN_EVENTS = 15_000;
const EVENTS_BETWEEN_LOOKS = 25;

/** Ends all faults, waits until all work is done, and compares. */
export class Rest {
  constructor(
    private readonly world: World,
    private readonly actors: Actors,
  ) {}

  async check(): Promise<void> {
    await this.heal();
    await this.settle('after the faults');
    await this.retryAll();
    await this.settle('after the retry');
    const { tampered, unreported } = this.world.watch;
    await this.compare('AT_REST', new Set([...tampered, ...unreported]));
    // A list does not show before then what another client changed.
    const shownIn = this.world.watch.lastTampering + MAX_SEARCH_LAG_MS - this.world.now;
    if (shownIn > 0) await this.world.pass(shownIn);
    for (const integration of this.world.integrations) {
      this.actors.administrators.startRun(integration, { dryRun: false, maxChangeRatio: 1 });
    }
    await this.world.pass(1_000);
    await this.settle('after the reconciliation');
    await this.compare('AT_REST_AFTER_RECONCILIATION', this.unknown());
  }

  private async heal(): Promise<void> {
    const { world } = this;
    world.faults.end();
    // The death of a worker plans its restart at the next event.
    await world.pass(100);
    const awake = world.livingWorkers.map(({ process }) => process.pausedUntil);
    await world.pass(Math.max(world.now, world.lastRestart, ...awake) - world.now + 100);
    if (world.livingWorkers.length === 0) world.startWorker();
    // One remaining worker is enough; idle workers cost time.
    for (const { process } of world.livingWorkers.slice(1)) world.retire(process);
    // Requests of workers that woke up have been sent by now; wait until all have arrived.
    await world.pass(Math.max(world.now, world.watch.lastArrival) - world.now);
    for (const integration of world.integrations) {
      this.enable(integration);
      integration.target.loopLists(0);
    }
    await this.world.pass(2_000);
    await this.repeatSettings();
    await world.sql('update registration_syncs set max_directory_change_ratio = 1');
  }

  private enable(integration: Integration): void {
    const { world } = this;
    world.command(`resume ${integration.id}`, (product) =>
      product.get(RegistrationSyncService).resume(world.caller, integration.id),
    );
    this.actors.administrators.configure(integration, true);
    if (lacksAttribute(integration, world.now))
      world.command(`create attribute ${integration.id}`, (product) =>
        product.get(Doctor).createAttribute(world.caller, integration.id),
      );
  }

  /** Repeats commands that a slow statement reverted, or that were refused because dead processes still held all slots of the org. */
  private async repeatSettings(): Promise<void> {
    const { world } = this;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const stopped = await world.sql<{ id: string }>(
        `select integration_id as id from registration_syncs where not enabled or paused_reason like '%simulation%'`,
      );
      const open = world.integrations.filter(
        (integration) => stopped.some(({ id }) => id === integration.id) || lacksAttribute(integration, world.now),
      );
      if (open.length === 0) return;
      for (const integration of open) this.enable(integration);
      await world.pass(15_000);
    }
  }

  private async retryAll(): Promise<void> {
    const { world } = this;
    for (const { id } of world.integrations) {
      this.actors.administrators.approveHeld(id);
      world.command(`retry ${id}`, (product) => product.get(RegistrationRetrier).retry(world.caller, id));
    }
    await this.world.pass(1_000);
  }

  private async settle(when: string): Promise<void> {
    const { world } = this;
    let lookAt = 0;
    const lastEvent = world.scheduler.events + SETTLES_WITHIN_EVENTS;
    let left: object[] = [];
    const settled = await world.scheduler.until(async () => {
      if (world.scheduler.events < lookAt) return false;
      lookAt = world.scheduler.events + EVENTS_BETWEEN_LOOKS;
      left = await this.leftToDo();
      return left.length === 0 || world.scheduler.events > lastEvent;
    }, SETTLES_WITHIN_MS);
    if (settled && left.length === 0) return;
    world.watch.report('NEVER_ENDS', `${when}, left to do: ${left.map((one) => JSON.stringify(one)).join(', ')}`);
  }

  /** Changed by another client, and no identity is linked to them: such users are reported, not written. */
  private unknown(): Set<string> {
    const { model, watch, integrations } = this.world;
    const targets = [...new Set(integrations.map(({ target }) => target))];
    const without = targets.flatMap((target) =>
      target.users
        .filter((user) => model.identitiesOf(target, user).length === 0)
        .map(({ id }) => `${target.host}/${id}`),
    );
    return new Set(without.filter((name) => watch.tampered.has(name)));
  }

  private leftToDo(): Promise<object[]> {
    return this.world.sql(
      `select 'registration' as kind, identity_id::text as id, state, due_at::text as detail from registrations where due_at is not null
       union all select 'sweep', integration_id::text, 'pending', null from registration_sweeps where pending
       union all select 'run', id::text, status, phase from reconciliation_runs where status in ('QUEUED', 'RUNNING')`,
    );
  }

  /** What the ledger says about a remote user. */
  private async rowsAbout(userId: string): Promise<string> {
    const rows = await this.world.sql(
      `select r.integration_id, r.identity_id, i.external_id, r.state, r.desired, r.confirmed, r.unsure, r.okta_user_id, r.last_error
       from registrations r left join identities i on i.id = r.identity_id
       where r.okta_user_id = $1 or i.external_id = any($2) order by 1, 2`,
      [userId, this.world.externalIdsOf(userId)],
    );
    return JSON.stringify(rows);
  }

  private async compare(rule: Rule, exempt: ReadonlySet<string>): Promise<void> {
    const { world } = this;
    for (const target of new Set(world.integrations.map((each) => each.target))) {
      for (const user of target.users) {
        const name = `${target.host}/${user.id}`;
        if (exempt.has(name) || user.locked || !world.model.isOurs(target, user.id)) continue;
        const wish = world.model.wish(target, user.id);
        if (wish === 'EITHER' || wish === user.registered) continue;
        const rows = await this.rowsAbout(user.id);
        world.watch.report(rule, `${name} is ${user.registered}, the directory wants ${wish}: ${rows}`);
      }
    }
    const [first] = world.watch.found;
    if (first instanceof Violation) throw first;
  }
}

function lacksAttribute({ target }: Integration, now: number): boolean {
  return target instanceof OktaOrg && target.lacksAttribute(now);
}
