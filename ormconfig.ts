import { dataSourceOptions } from '@rollcall/platform';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { rows } from './migrations/rows.js';

/** The schema as TypeORM sees it: every table's entity and every migration. */
export default new DataSource({
  ...dataSourceOptions(process.env['DATABASE_URL'] ?? '', 'rollcall-migrate'),
  entities: rows,
  migrations,
  migrationsTableName: 'migrations',
});
