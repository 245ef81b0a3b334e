import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ReconciliationWorker, WriteBackWorker } from '@rollcall/okta-sync';
import { EnrollmentBatchWorker } from '@rollcall/passkeys';
import { type AppConfig, formatGraphqlError } from '@rollcall/platform';
import { graphql } from 'graphql';
import { CtlModule } from '../ctl.module.js';
import { type AdminApi, dataOf } from './admin-api.js';
import { openDatabase } from './open-database.js';
import { quietLogger } from './quiet-logger.js';

/**
 * The admin API in this process, for use when no server answers. It writes to Okta only when a command requests that.
 */
export async function databaseApi(given: AppConfig, operator: string): Promise<AdminApi> {
  const { config, close } = await openDatabase(given);
  const app = await NestFactory.createApplicationContext(CtlModule.forRoot(config), {
    logger: quietLogger,
    abortOnError: false,
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const headers = { authorization: `Bearer ${config.adminToken}`, 'x-rollcall-operator': operator };
  return {
    async request(document, variables) {
      // Converted to JSON and back, as HTTP would do. This removes undefined values.
      const variableValues = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
      const contextValue = { req: { method: 'POST', headers } };
      const { data, errors } = await graphql({ schema, source: document.toString(), variableValues, contextValue });
      return dataOf({
        data,
        ...(errors && { errors: errors.map((error) => formatGraphqlError(error.toJSON(), error)) }),
      });
    },
    async work(kind) {
      if (kind === 'ENROLL') return app.get(EnrollmentBatchWorker, { strict: false }).start();
      if (kind === 'REPAIR') await app.get(WriteBackWorker, { strict: false }).start();
      await app.get(ReconciliationWorker, { strict: false }).start();
    },
    async close() {
      await app.close();
      await close();
    },
  };
}
