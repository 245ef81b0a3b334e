import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { checkout, ChildServer } from './child-server.js';

export interface ProductServer {
  server: ChildServer;
  url: string;
  adminToken: string;
}

/** The built server and worker as `npm start` runs them. Rate limits are on, because they cost time, but refuse nothing. */
export async function startProduct(databaseUrl: string, nodeOptions: string[] = []): Promise<ProductServer> {
  const adminToken = randomBytes(24).toString('hex');
  const env = {
    DATABASE_URL: databaseUrl,
    ADMIN_TOKEN: adminToken,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    SCIM_RATE_LIMIT: '100000000',
    GRAPHQL_RATE_LIMIT: '100000000',
    PAGE_RATE_LIMIT: '100000000',
    LOG_LEVEL: 'warn',
  };
  const script = join(checkout, 'dist/apps/server/src/main.js');
  const server = await ChildServer.start(script, env, '/health/ready', nodeOptions);
  return { server, url: `http://localhost:${server.port}`, adminToken };
}
