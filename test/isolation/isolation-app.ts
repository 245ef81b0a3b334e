import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, loadConfig } from '@rollcall/platform';
import { createServer, httpAdapter } from '../../apps/server/src/create-server.js';
import { createDatabase } from '../support/index.js';

export const ROOT_TOKEN = 'the-root-administrator-of-these-tests';

export interface Route {
  method: string;
  /** As registered, e.g. `/scim/v2/:integrationId/Users/:id`. */
  url: string;
}

export interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string; field?: string } }[];
}

export interface HttpAnswer {
  status: number;
  text: string;
}

/** The whole server in this process, with its route table, on its own database, without background work. */
export class IsolationApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly routes: readonly Route[],
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<IsolationApp> {
    const { url, drop } = await createDatabase();
    const routes: Route[] = [];
    const config = testConfig(url);
    const adapter = httpAdapter(config);
    adapter.getInstance().addHook('onRoute', ({ method, url: path }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url: path });
    });
    const app = await createServer(config, adapter);
    return new IsolationApp(app, app.get(Database), routes, drop);
  }

  async http(
    method: string,
    url: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<HttpAnswer> {
    const { statusCode, body: text } = await this.app.inject({
      method: method as 'GET',
      url,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: statusCode, text };
  }

  async graphql(
    token: string,
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer> {
    const { text } = await this.http('POST', '/graphql', {
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: { query, variables },
    });
    return JSON.parse(text) as GraphqlAnswer;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}

/** An Okta domain at a port on which no process listens: requests fail at once. */
export const NO_OKTA = '127.0.0.1:9';

function testConfig(databaseUrl: string) {
  return loadConfig({
    DATABASE_URL: databaseUrl,
    ADMIN_TOKEN: ROOT_TOKEN,
    ENCRYPTION_KEYS: `k1:${Buffer.from([...Array(32).keys()]).toString('base64')}`,
    WORKER: 'off',
    OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    LOG_LEVEL: 'silent',
    SCIM_RATE_LIMIT: '0',
    SIGN_IN_RATE_LIMIT: '0',
    TOKEN_RATE_LIMIT: '0',
    GRAPHQL_RATE_LIMIT: '0',
    ANONYMOUS_RATE_LIMIT: '0',
    PAGE_RATE_LIMIT: '0',
  });
}
