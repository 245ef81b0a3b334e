import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Database, loadConfig } from '@rollcall/platform';
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import { createServer } from '../../../apps/server/src/create-server.js';
import { createDatabase } from '../../support/index.js';

export const ROOT_TOKEN = 'the-root-administrator-of-these-tests';

export interface ServerApp {
  app: NestFastifyApplication;
  database: Database;
  inject(request: InjectOptions): Promise<Response>;
  /** Sends a GraphQL request as the root administrator. */
  graphql(payload: object | string, more?: Partial<InjectOptions>): Promise<Response>;
  stop(): Promise<void>;
}

/**
 * The whole server. Tests call it without a network connection. @param env variables in addition to the required ones
 */
export async function startServerApp(env: Record<string, string> = {}): Promise<ServerApp> {
  const store = await createDatabase();
  const config = loadConfig({
    DATABASE_URL: store.url,
    ADMIN_TOKEN: ROOT_TOKEN,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    WORKER: 'off',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const app = await createServer(config);
  const inject = (request: InjectOptions) => app.getHttpAdapter().getInstance().inject(request);
  return {
    app,
    database: store.database,
    inject,
    graphql: (payload, { headers, ...more } = {}) =>
      inject({
        method: 'POST',
        url: '/graphql',
        payload,
        headers: { authorization: `Bearer ${ROOT_TOKEN}`, 'content-type': 'application/json', ...headers },
        ...more,
      }),
    async stop() {
      await app.close();
      await store.drop();
    },
  };
}
