import { realpathSync } from 'node:fs';
import { Client } from 'pg';
import { SUPERUSER } from './create-cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const DATABASE = 'rollcall';
const LEASE = 'rollcall-embedded-lease';

/**
 * A database session that marks the server as used by this process. The session ends with the process, even if the process is killed, so
 * the last user of the server can be detected without a count of processes.
 */
export class Lease {
  private constructor(private readonly client: Client) {}

  /**
   * Opens the session, verifies that the server on the port serves this cluster, and creates Rollcall's database.
   * @param lost called when the session ends unexpectedly
   */
  static async open(port: number, password: string, cluster: string, lost: () => void): Promise<Lease> {
    const client = new Client({
      host: '127.0.0.1',
      port,
      user: SUPERUSER,
      password,
      database: 'postgres',
      application_name: LEASE,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    const lease = new Lease(client);
    try {
      await lease.assertServes(cluster);
      await lease.makeDatabase();
    } catch (error) {
      await lease.close();
      throw error;
    }
    client.once('end', lost);
    return lease;
  }

  /** Whether this process is the only one with a lease. */
  async isLast(): Promise<boolean> {
    const { rows } = await this.client.query<{ others: number }>(
      'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [LEASE],
    );
    return rows[0]?.others === 0;
  }

  async close(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client.end().catch(() => undefined);
  }

  private async assertServes(cluster: string): Promise<void> {
    const { rows } = await this.client.query<{ data_directory: string }>('show data_directory');
    const served = rows[0]?.data_directory ?? '';
    if (realpathSync(served) === realpathSync(cluster)) return;
    throw new EmbeddedPostgresError(`The PostgreSQL that answers for ${cluster} serves ${served}`);
  }

  private async makeDatabase(): Promise<void> {
    const { rowCount } = await this.client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await this.client.query(`create database ${DATABASE}`);
  }
}

/** Connection string of Rollcall's database on the embedded server. */
export const urlOf = (port: number, password: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
