import { randomBytes } from 'node:crypto';
import { Client, type QueryResult } from 'pg';
import { migrate } from '@rollcall/platform';
import { migrationSource } from '../../../migrations/index.js';
import { RememberedReads } from './remembered-reads.js';

/** `now()` and other functions whose results a replay must repeat; the search path finds them before those of pg_catalog. */
const VIRTUAL = `
  create schema sim;
  create sequence sim.uuids;
  create function sim.now() returns timestamptz language sql stable as
    $$ select pg_catalog.current_setting('sim.now')::timestamptz $$;
  create function sim.clock_timestamp() returns timestamptz language sql stable as
    $$ select pg_catalog.current_setting('sim.now')::timestamptz $$;
  create function sim.pg_postmaster_start_time() returns timestamptz language sql stable as
    $$ select '2026-01-01T00:00:00Z'::timestamptz $$;
  create function sim.gen_random_uuid() returns uuid language sql volatile as
    $$ select pg_catalog.md5(pg_catalog.current_setting('sim.seed') || pg_catalog.nextval('sim.uuids')::text)::uuid $$;`;

/** Step of the server's clock, rounded up: setting it every millisecond would take half of a run's time. */
const RESOLUTION_MS = 10;

interface TableNames {
  name: string;
  /** Tables that its foreign keys lead to. */
  refersTo: string[];
}

const TABLES = `
  select format('%I.%I', n.nspname, t.relname) as name,
    array(select format('%I.%I', rn.nspname, r.relname) from pg_constraint c
      join pg_class r on r.oid = c.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where c.contype = 'f' and c.conrelid = t.oid) as "refersTo"
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = 'sim' and t.relkind = 'r' and t.relname not like '%migrations%' order by 1`;

/** PostgreSQL with one connection and virtual time: each statement of a run goes through it, one at a time. */
export class SimulatedPostgres {
  private readonly names = new Map<string, string>();
  private readonly reads = new RememberedReads();
  private nowMs = Number.NaN;
  private epoch = 0;
  /** Receives every notification, before the statement or commit that caused it returns. */
  onNotification: (channel: string, payload: string) => void = () => undefined;

  private constructor(
    private readonly client: Client,
    private readonly tables: readonly TableNames[],
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  /** A migrated database of its own on the server of the test run. */
  static async create(serverUrl: string): Promise<SimulatedPostgres> {
    const name = `simulation_${randomBytes(6).toString('hex')}`;
    const url = new URL(serverUrl);
    url.pathname = '/postgres';
    await once(url.href, [`create database ${name} template template0`]);
    const own = new URL(serverUrl);
    own.pathname = `/${name}`;
    await once(own.href, [
      VIRTUAL,
      `alter database ${name} set search_path = sim, public, pg_catalog`,
      `alter database ${name} set sim.now = '2026-01-01T00:00:00Z'`,
      `alter database ${name} set sim.seed = '0'`,
      // Plans must depend on the run only, not on earlier executions or statistics.
      `alter database ${name} set plan_cache_mode = force_generic_plan`,
      `alter database ${name} set jit = off`,
      `alter database ${name} set synchronous_commit = off`,
      `alter database ${name} set track_activities = off`,
      `alter database ${name} set track_counts = off`,
      `alter database ${name} set max_parallel_workers_per_gather = 0`,
    ]);
    await migrate(migrationSource(own.href));
    const client = new Client({ connectionString: own.href });
    await client.connect();
    const { rows: tables } = await client.query<TableNames>(TABLES);
    for (const { name } of tables) await client.query(`alter table ${name} set (autovacuum_enabled = off)`);
    const postgres = new SimulatedPostgres(client, tables, async () => {
      await client.end();
      await once(url.href, [`drop database if exists ${name} with (force)`]);
    });
    // Ignored: a failing statement reports its own error, and other errors come only from a server that is being stopped.
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => postgres.onNotification(channel, payload ?? ''));
    return postgres;
  }

  /** Empties the database for the next run. */
  async reset(seed: number): Promise<void> {
    this.nowMs = Number.NaN;
    this.reads.forget();
    this.onNotification = () => undefined;
    // Deallocates prepared plans first: TRUNCATE invalidates them one by one, which took half of the server's time.
    this.names.clear();
    this.epoch += 1;
    await this.client.query('deallocate all');
    const filled = await this.filledTables();
    const empty = filled.length === 0 ? '' : `truncate ${filled.join(', ')} restart identity;`;
    await this.client.query(
      // With triggers off (role `replica`), because append-only tables refuse TRUNCATE.
      `set session_replication_role = replica; ${empty} set session_replication_role = origin; alter sequence sim.uuids restart; select set_config('sim.seed', '${seed}', false); select pg_advisory_unlock_all(); unlisten *`,
    );
  }

  /** Tables that hold rows, and those that refer to them: truncating all takes longer than a short run. */
  private async filledTables(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      this.tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
    );
    const filled = new Set(rows.map(({ name }) => name));
    for (let before = -1; before !== filled.size;) {
      before = filled.size;
      for (const { name, refersTo } of this.tables) if (refersTo.some((other) => filled.has(other))) filled.add(name);
    }
    return [...filled].toSorted();
  }

  async listen(channel: string): Promise<void> {
    await this.client.query(`listen "${channel}"`);
  }

  async query<R extends object>(nowMs: number, text: string, values: readonly unknown[] = []): Promise<QueryResult<R>> {
    const known = this.reads.find<R>(text, values);
    if (known) return known;
    if (!this.reads.isTimeless(text)) await this.setTime(nowMs);
    const result = await this.client.query<R>({ name: this.nameOf(text), text, values: values as unknown[] });
    this.reads.note(text, values, result);
    return result;
  }

  async begin(nowMs: number): Promise<void> {
    await this.client.query(`${this.timeStatement(nowMs)} begin`);
  }

  async commit(): Promise<void> {
    await this.client.query('commit');
  }

  async rollback(): Promise<void> {
    this.reads.forget();
    // The rollback may have reset the time.
    this.nowMs = Number.NaN;
    await this.client.query('rollback');
  }

  async drop(): Promise<void> {
    await this.dropDatabase();
  }

  private async setTime(nowMs: number): Promise<void> {
    const statement = this.timeStatement(nowMs);
    if (statement !== '') await this.client.query(statement);
  }

  /** @returns the statement that sets the time; empty if the server already has it */
  private timeStatement(nowMs: number): string {
    const ms = Math.ceil(nowMs / RESOLUTION_MS) * RESOLUTION_MS;
    if (ms === this.nowMs) return '';
    this.nowMs = ms;
    return `set sim.now = '${new Date(ms).toISOString()}';`;
  }

  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = `s${this.epoch}_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}

async function once(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
