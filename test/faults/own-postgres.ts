import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database, dataSourceOptions, migrate, startEmbeddedPostgres } from '@rollcall/platform';
import { DataSource } from 'typeorm';
import { migrationSource } from '../../migrations/index.js';
import type { TestDatabase } from '../support/index.js';
import { guard, runFolder } from '../support/test-postgres.js';

/** A PostgreSQL server for one test, with durable commits, that can be crashed. It restarts by itself on the same port. */
export class OwnPostgres implements TestDatabase {
  private constructor(
    private readonly folder: string,
    private readonly server: Awaited<ReturnType<typeof startEmbeddedPostgres>>,
    private readonly guardian: ReturnType<typeof guard>,
    private readonly dataSource: DataSource,
    readonly database: Database,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = runFolder();
    const guardian = guard(folder);
    const server = await startEmbeddedPostgres({ dataDir: folder, durability: 'full', log: () => undefined });
    await migrate(migrationSource(server.url));
    const dataSource = await new DataSource(dataSourceOptions(server.url, 'rollcall-faults')).initialize();
    return new OwnPostgres(folder, server, guardian, dataSource, new Database(dataSource));
  }

  get url(): string {
    return this.server.url;
  }

  /** What `pg_ctl stop -m immediate` does: connections are cut, no checkpoint is made, and the next start recovers from the log. */
  crash(): void {
    process.kill(this.pid, 'SIGQUIT');
  }

  /** Process id of the server; a restart changes it. */
  get pid(): number {
    return Number(readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n', 1)[0]);
  }

  async drop(): Promise<void> {
    await this.dataSource.destroy();
    await this.server.stop();
    this.guardian.stdin?.end();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
