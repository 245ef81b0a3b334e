import { dataSourceOptions } from '@rollcall/platform';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { rows } from './migrations/rows.js';

/** The schema for TypeORM: the entities of all tables, and all migrations. */
export default new DataSource({
  ...dataSourceOptions(process.env['DATABASE_URL'] ?? '', 'rollcall-migrate'),
  entities: rows,
  migrations,
  migrationsTableName: 'migrations',
});
