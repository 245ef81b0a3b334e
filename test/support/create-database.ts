import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Database, dataSourceOptions } from '@rollcall/platform';

const TEMPLATE = 'rollcall';

export interface TestDatabase {
  /** Connection string of a superuser. */
  readonly url: string;
  readonly database: Database;
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('no test PostgreSQL: this jest project has no globalSetup');
  return url;
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(serverUrl());
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Creates a database. The caller must drop it in `afterAll`.
 * @param template defaults to the migrated template; `template0` is empty
 * @param locale options of `create database`; only with `template0`
 */
export async function createDatabase(
  template: 'rollcall' | 'template0' = TEMPLATE,
  locale = '',
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template} ${locale}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  // The timeout is long, because tests send hundreds of statements at once. On a busy machine they wait long for a
  // connection.
  const options = { ...dataSourceOptions(url.href, 'rollcall-test'), connectTimeoutMS: 120_000 };
  const dataSource = await new DataSource(options).initialize();
  const drop = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await onServer(`drop database if exists ${name} with (force)`);
  };
  return { url: url.href, database: new Database(dataSource), drop };
}
