import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppConfig } from '@rollcall/platform';
import { printGraphqlSchema } from './graphql-schema.js';
import { ServerModule } from './server.module.js';

test('schema.graphql is the schema of the code (npm run schema writes it)', async () => {
  const committed = readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8');
  expect(await printGraphqlSchema(ServerModule.forRoot(new AppConfig({} as AppConfig)))).toBe(committed);
});
