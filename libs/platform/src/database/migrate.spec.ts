import { DataSource } from 'typeorm';
import { ConfigError } from '../config/environment.js';
import { migrate } from './migrate.js';

it('reports in one line that the database cannot be reached', async () => {
  const nowhere = new DataSource({ type: 'postgres', url: 'postgres://nobody@localhost:9/none' });
  const refusal: unknown = await migrate(nowhere).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ConfigError);
  expect((refusal as Error).message).toMatch(/^DATABASE_URL leads to no database that can be used: .+$/);
});
