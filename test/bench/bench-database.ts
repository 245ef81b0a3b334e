import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, startEmbeddedPostgres } from '@rollcall/platform';
import { migrationSource } from '../../migrations/index.js';
import { cpuTimeOfFamily } from './cpu-time.js';

/** A PostgreSQL server for this run only, with durable commits. */
export class BenchCluster {
  private constructor(
    private readonly url: string,
    private readonly postmaster: number,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(): Promise<BenchCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
    // If this process is root, PostgreSQL runs under another account, which must be able to enter the folder.
    chmodSync(folder, 0o711);
    const postgres = await startEmbeddedPostgres({ dataDir: folder, durability: 'full' });
    const postmaster = await withClient(postgres.url, async (client) => {
      const { rows } = await client.query<{ pid: string }>(
        `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
      );
      return Number(rows[0]?.pid);
    });
    return new BenchCluster(postgres.url, postmaster, async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    });
  }

  /** @returns connection string of a new, migrated database */
  async createDatabase(name: string): Promise<string> {
    await withClient(this.url, (client) => client.query(`create database ${name}`));
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    await migrate(migrationSource(url.href));
    return url.href;
  }

  async dropDatabase(name: string): Promise<void> {
    await withClient(this.url, (client) => client.query(`drop database ${name} with (force)`));
  }

  /** Processor time of all PostgreSQL processes so far, in milliseconds; undefined without /proc. */
  cpuTime(): number | undefined {
    return cpuTimeOfFamily(this.postmaster);
  }

  stop(): Promise<void> {
    return this.end();
  }
}

/** Runs `work` on one connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
