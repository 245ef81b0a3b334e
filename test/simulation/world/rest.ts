import { Doctor, RegistrationRetrier } from '@rollcall/okta-sync';
import { MAX_SEARCH_LAG_MS, OktaOrg } from '../targets/okta-org.js';
import type { Actors } from './actors.js';
import { Violation, type Rule } from './violation.js';
import type { Integration, World } from './world.js';

const MINUTES = 60_000;
/** Virtual time within which the write-back must finish its work after the end of all faults. */
const SETTLES_WITHIN_MS = 15 * MINUTES;
const SETTLES_WITHIN_EVENTS = 15_000;
const EVENTS_BETWEEN_LOOKS = 25;
/** A worker knows the others that have been running for this long. */
const KNOWN_AFTER_MS = 5_000;
const TAKEN_OVER_WITHIN_MS = 5_000;

/** Finds wrong entries in the report of each integration's last run; used when no work is left. */
const REPORTS = `
  with last as (
    select distinct on (integration_id) tenant_id, integration_id, id from reconciliation_runs where status = 'SUCCEEDED'
    order by integration_id, created_at desc, id desc
  ), unlinked as (
    select d.identity_id from last join reconciliation_drift d on d.tenant_id = last.tenant_id and d.run_id = last.id
    where d.kind = 'UNLINKED'
  ), wanted as (
    select r.identity_id from last
    join registrations r on r.tenant_id = last.tenant_id and r.integration_id = last.integration_id and r.state = 'UNLINKED'
    join identities i on i.tenant_id = r.tenant_id and i.id = r.identity_id and i.active and i.active_passkeys > 0
  )
  select coalesce(d.identity_id::text, d.okta_user_id) as id, 'reported as different, and is not' as problem
    from reconciliation_drift d where d.kind in ('SET_TRUE', 'SET_FALSE') and d.expected = d.actual
  union all select identity_id::text, 'reported as without a user, and need not have one' from unlinked u
    where not exists (select from identities i where i.id = u.identity_id and i.active and i.active_passkeys > 0)
  union all select identity_id::text, 'has no user, which is not reported' from wanted w
    where not exists (select from unlinked u where u.identity_id = w.identity_id)
  order by 1`;

/** Ends all faults, waits until all work is done, and compares the targets with the model. */
export class Rest {
  constructor(
    private readonly world: World,
    private readonly actors: Actors,
  ) {}

  async check(): Promise<void> {
    await this.heal();
    await this.settle('after the faults');
    this.approveAll();
    // Without this retry, only the reconciliation can find what is left.
    const retries = this.world.random.chance(0.6);
    if (retries) this.retryAll();
    await this.world.pass(1_000);
    await this.settle('after the retry');
    const { tampered, unreported, unannounced } = this.world.watch;
    if (retries) await this.compare('AT_REST', new Set([...tampered, ...unreported, ...unannounced]));
    // Waits until lists show what another client changed.
    const shownIn = this.world.watch.lastTampering + MAX_SEARCH_LAG_MS - this.world.now;
    if (shownIn > 0) await this.world.pass(shownIn);
    for (const integration of this.world.integrations) {
      this.actors.administrators.startRun(integration, { dryRun: false, maxChangeRatio: 1 });
    }
    await this.world.pass(1_000);
    await this.settle('after the reconciliation');
    await this.checkReports();
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
    await this.retireWorkers();
    // Requests of workers that woke up have been sent by now; wait until all have arrived.
    await world.pass(Math.max(world.now, world.watch.lastArrival) - world.now);
    for (const { target } of world.integrations) target.loopLists(0);
    // Waits for the end of earlier commands.
    await world.pass(2_000);
    await this.open();
    await world.sql('update registration_syncs set max_directory_change_ratio = 1');
  }

  /** Ends all workers except one, because idle workers cost time. If this one knew the others, it must take over their rows at once. */
  private async retireWorkers(): Promise<void> {
    const { world } = this;
    const [survivor, ...others] = world.livingWorkers.map(({ process }) => process);
    if (!survivor || others.length === 0) return;
    const since = Math.max(survivor.startedAt, survivor.pausedUntil, ...others.map(({ startedAt }) => startedAt));
    const known = world.now - since > KNOWN_AFTER_MS;
    for (const process of others) world.retire(process);
    if (!known) return;
    const leases = others.flatMap((process) => world.watch.leasesTakenBy(process));
    await world.pass(TAKEN_OVER_WITHIN_MS);
    const rows = await world.sql<{ id: string }>(
      `select r.identity_id as id from registrations r join registration_syncs s on s.integration_id = r.integration_id
       where r.locked_by = any($1) and r.locked_until > now() and r.due_at <= now() order by 1`,
      [leases],
    );
    for (const { id } of rows) world.watch.report('TAKEOVER', `${id} is still held by a worker that has ended`);
  }

  /** The last runs must report exactly the differences that exist. */
  private async checkReports(): Promise<void> {
    const rows = await this.world.sql<{ id: string; problem: string }>(REPORTS);
    for (const { id, problem } of rows) this.world.watch.report('DRIFT', `${id}: ${problem}`);
  }

  /**
   * Changes only integrations whose writes are still stopped, because saving settings makes the product read everything again. Repeats,
   * because a slow statement may revert a command, or dead processes may hold all slots of the org for a while.
   */
  private async open(): Promise<void> {
    const { world } = this;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const stops = await world.sql<{ id: string; enabled: boolean; paused: boolean }>(
        `select integration_id as id, enabled, paused_at is not null as paused from registration_syncs`,
      );
      const closed = world.integrations.flatMap((integration) => {
        const { enabled = false, paused = false } = stops.find(({ id }) => id === integration.id) ?? {};
        const lacking = lacksAttribute(integration, world.now);
        return enabled && !paused && !lacking ? [] : [{ integration, enabled, paused, lacking }];
      });
      if (closed.length === 0) return;
      for (const { integration, enabled, paused, lacking } of closed) {
        const { id } = integration;
        if (paused) this.actors.administrators.resume(integration);
        if (!enabled) this.actors.administrators.configure(integration, true);
        if (lacking)
          world.command(`create attribute ${id}`, (product) => product.get(Doctor).createAttribute(world.caller, id));
      }
      await world.pass(15_000);
    }
  }

  private approveAll(): void {
    for (const { id } of this.world.integrations) this.actors.administrators.approveHeld(id);
  }

  private retryAll(): void {
    const { world } = this;
    for (const { id } of world.integrations)
      world.command(`retry ${id}`, (product) => product.get(RegistrationRetrier).retry(world.caller, id));
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

  /** Users that another client changed and that have no identity: they are reported, not written. */
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
        if (exempt.has(name) || user.locked || user.refused || !world.model.isOurs(target, user.id)) continue;
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
