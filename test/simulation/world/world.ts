import { useRuntime, type Caller, systemCaller } from '@rollcall/platform';
import type { Container } from '../harness/container.js';
import { drawProfile, Faults } from '../harness/faults.js';
import { Scheduler } from '../harness/scheduler.js';
import { SeededRandom } from '../harness/seeded-random.js';
import { NotificationHub } from '../harness/simulated-database.js';
import type { SimulatedPostgres } from '../harness/simulated-postgres.js';
import { SimulatedProcess } from '../harness/simulated-process.js';
import type { Trace } from '../harness/trace.js';
import { VirtualRuntime } from '../harness/virtual-runtime.js';
import type { SimulatedTarget } from '../targets/simulated-target.js';
import { DirectoryModel } from './directory-model.js';
import { startProduct } from './product-process.js';
import { type HeldLease, RequestWatch } from './request-watch.js';
import type { Rule } from './violation.js';

const START = Date.parse('2026-01-05T08:00:00Z');
const RESTART_MS = 3_000;
const TENANT = '00000000-0000-7000-8000-000000000001';

export interface Integration {
  id: string;
  target: SimulatedTarget;
  /** The host name under which this integration knows its target. */
  host: string;
}

export interface Running {
  process: SimulatedProcess;
  product: Container;
}

/** The environment of one run: virtual time, a database, targets, and the processes of the product. */
export class World {
  readonly tenantId = TENANT;
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly faults: Faults;
  readonly watch: RequestWatch;
  readonly model: DirectoryModel;
  readonly integrations: Integration[] = [];
  readonly workers: Running[] = [];
  api!: Running;
  private readonly targets = new Map<string, SimulatedTarget>();
  private readonly targetOf = new Map<string, SimulatedTarget>();
  private readonly hub: NotificationHub;
  private readonly retired = new Set<SimulatedProcess>();
  private started = 0;
  /** Virtual time at which the last crashed worker is started again. */
  lastRestart = 0;
  private requests = 0;

  constructor(
    readonly seed: number,
    readonly postgres: SimulatedPostgres,
    readonly trace: Trace,
    rules: ReadonlySet<Rule>,
  ) {
    this.random = new SeededRandom(seed);
    this.scheduler = new Scheduler(START, trace);
    this.faults = new Faults(this.random, drawProfile(this.random));
    this.hub = new NotificationHub(postgres, this.scheduler, this.faults, trace);
    this.model = new DirectoryModel(postgres, this.targetOf);
    this.watch = new RequestWatch({
      now: () => this.now,
      afterwards: (ms, work) => void this.scheduler.add(ms, 'watch', work),
      trace,
      model: this.model,
      rules,
      identitiesAbout: (userId) => this.identitiesAbout(userId),
      linksTo: (ids, userId) => this.linksTo(ids, userId),
      orgIdentifiedAt: (host) => this.orgIdentifiedAt(host),
      leasesOf: (ids) => this.leasesOf(ids),
      turnedOffUncapped: (claims, target, userId) => this.turnedOffUncapped(claims, target, userId),
    });
  }

  get now(): number {
    return this.scheduler.now;
  }

  get caller(): Caller {
    return systemCaller(this.tenantId, 'simulation');
  }

  /** @returns a function that ends the use of virtual time */
  begin(): () => void {
    return useRuntime(new VirtualRuntime(this.scheduler, this.random));
  }

  async sql<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.postgres.query<R>(this.now, text, values)).rows;
  }

  /** Runs the events of the next `ms` of virtual time. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    while (this.scheduler.nextAt() <= until) await this.scheduler.step();
    this.scheduler.now = until;
  }

  addIntegration(id: string, target: SimulatedTarget, host = target.host): Integration {
    const integration = { id, target, host };
    this.integrations.push(integration);
    this.targets.set(host, target);
    this.targetOf.set(id, target);
    return integration;
  }

  startWorker(): void {
    this.workers.push(
      this.start('worker', () => {
        this.lastRestart = this.now + RESTART_MS;
        this.scheduler.add(RESTART_MS, 'restart worker', () => this.startWorker());
      }),
    );
  }

  startApi(): void {
    this.api = this.start('api', () => this.startApi());
  }

  /** Running processes, without crashed ones. */
  get livingWorkers(): Running[] {
    return this.workers.filter(({ process }) => !process.dead);
  }

  /** Runs a command in the API's process. Its errors are answers to the caller, not failures of the run. */
  command(label: string, work: (product: Container) => Promise<unknown>, onDone: () => void = () => undefined): void {
    const { process, product } = this.api;
    this.scheduler.add(
      0,
      `command ${label}`,
      () => {
        process
          .run(() => work(product))
          .then(
            () => {
              this.trace.add(`${this.now.toFixed(3)} ${process.name} done ${label}`);
              onDone();
            },
            (error: Error) =>
              this.trace.add(`${this.now.toFixed(3)} ${process.name} refused ${label}: ${error.message}`),
          );
      },
      process,
    );
  }

  /** Ends the process for good. */
  retire(process: SimulatedProcess): void {
    this.retired.add(process);
    process.crash();
  }

  /** Ends all processes for good. */
  stop(): void {
    for (const running of [...this.workers, this.api]) if (running) this.retire(running.process);
  }

  private start(kind: 'worker' | 'api', again: () => void): Running {
    const name = `${kind}${(this.started += 1)}`;
    const process = new SimulatedProcess(name, this.now, Math.round(this.random.between(-5_000, 5_000)));
    const { scheduler, random, faults, trace, postgres, hub, targets, watch } = this;
    void process.death.then(() => {
      if (!this.retired.has(process)) again();
    });
    const product = startProduct(
      process,
      {
        database: {
          postgres,
          scheduler,
          random,
          trace,
          faults,
          hub,
          onCommitted: async (by) => {
            if (by.name.startsWith('api')) await this.model.observe(this.now);
          },
          onClaimed: (...claim) => watch.onClaimed(...claim),
        },
        network: {
          scheduler,
          random,
          faults,
          trace,
          targets,
          observer: watch,
          nextRequestId: () => (this.requests += 1),
        },
      },
      (error) => {
        trace.add(`${this.now.toFixed(3)} ${name} did not start: ${String(error)}`);
        process.crash();
      },
    );
    return { process, product };
  }

  /** All targets without duplicates: in some runs, a target has several host names. */
  get distinctTargets(): SimulatedTarget[] {
    return [...new Set(this.targets.values())];
  }

  /** External ids of the users with this id, at all targets. */
  externalIdsOf(userId: string): (string | null)[] {
    return this.distinctTargets.flatMap(({ users }) =>
      users.filter(({ id }) => id === userId).map(({ externalId }) => externalId),
    );
  }

  private async linksTo(identityIds: readonly string[], userId: string): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.sql<{ id: string; lease: string | null }>(
      'select identity_id as id, locked_by as lease from registrations where identity_id = any($1) and okta_user_id = $2',
      [identityIds, userId],
    );
    return new Map(rows.map(({ id, lease }) => [id, lease]));
  }

  private async orgIdentifiedAt(host: string): Promise<number> {
    const [row] = await this.sql<{ at: number }>(
      'select extract(epoch from read_at)::float8 * 1000 as at from okta_org_names where okta_domain = $1',
      [host],
    );
    return row?.at ?? Number.POSITIVE_INFINITY;
  }

  private async leasesOf(
    identityIds: readonly string[],
  ): Promise<ReadonlyMap<string, { lease: string; until: number }>> {
    const rows = await this.sql<{ id: string; lease: string; until: number }>(
      `select identity_id as id, locked_by as lease, extract(epoch from locked_until)::float8 * 1000 as until from registrations
       where identity_id = any($1) and locked_by is not null`,
      [identityIds],
    );
    return new Map(rows.map(({ id, lease, until }) => [id, { lease, until }]));
  }

  /** Ignores rows that were requeued after the claim, because they may be due for another change. */
  private async turnedOffUncapped(
    claims: ReadonlyMap<string, HeldLease>,
    target: SimulatedTarget,
    userId: string,
  ): Promise<string | undefined> {
    const held = [...claims.values()];
    const theirs = this.integrations.filter((each) => each.target === target).map(({ id }) => id);
    const [row] = await this.sql<{ id: string }>(
      `select r.identity_id as id from registrations r
         join registration_syncs s on s.tenant_id = r.tenant_id and s.integration_id = r.integration_id and s.max_directory_change_ratio = 0
         join unnest($1::uuid[], $2::uuid[], $3::float8[]) held (identity_id, lease, at)
           on held.identity_id = r.identity_id and held.lease = r.locked_by and r.touched_at <= to_timestamp(held.at / 1000)
         left join identities i on i.id = r.identity_id
       where r.okta_user_id = $4 and r.integration_id = any($5) and r.confirmed
         and (i.id is null or (not i.active and i.active_passkeys > 0))`,
      [[...claims.keys()], held.map(({ lease }) => lease), held.map(({ at }) => at), userId, theirs],
    );
    return row?.id;
  }

  private async identitiesAbout(userId: string): Promise<string[]> {
    const users = this.distinctTargets.flatMap((target) => target.users.filter(({ id }) => id === userId));
    const rows = await this.sql<{ id: string }>(
      `select identity_id as id from registrations where okta_user_id = $1
       union select id from identities where external_id = any($2)
       union select id from identities where external_id is null and lower(user_name) = any($3)`,
      [userId, users.map(({ externalId }) => externalId), users.map(({ login }) => login.toLowerCase())],
    );
    return rows.map(({ id }) => id);
  }
}
