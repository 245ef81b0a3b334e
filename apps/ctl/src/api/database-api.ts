import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AppConfig, startEmbeddedPostgres } from '@rollcall/platform';
import { graphql } from 'graphql';
import { CtlModule } from '../ctl.module.js';
import { type AdminApi, dataOf } from './admin-api.js';

/** The same API over the same libs, in this process: for the night when no server answers. Runs the worker while it is open. */
export async function databaseApi(config: AppConfig, operator: string): Promise<AdminApi> {
  const postgres = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir });
  const app = await NestFactory.createApplicationContext(
    CtlModule.forRoot(new AppConfig({ ...config, databaseUrl: postgres?.url ?? config.databaseUrl, worker: true })),
    { logger: ['error', 'fatal'] },
  );
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const headers = { authorization: `Bearer ${config.adminToken}`, 'x-rollcall-operator': operator };
  return {
    request: async <T>(source: string, variableValues = {}): Promise<T> =>
      dataOf<T>(await graphql({ schema, source, variableValues, contextValue: { req: { headers } } })),
    close: async () => {
      await app.close();
      await postgres?.stop();
    },
  };
}
