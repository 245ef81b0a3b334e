import { randomBytes } from 'node:crypto';
import { createDatabase, eventually, freePort, ProductProcess, type TestDatabase } from '../support/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.drop());

it('a worker that gets SIGTERM during its start stops gracefully', async () => {
  const port = String(await freePort());
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: 'error',
    METRICS_PORT: port,
  };
  const worker = new ProductProcess({ app: 'worker', env });
  worker.start();
  await eventually(async () => (await fetch(`http://localhost:${port}/nothing`)).status === 404, {
    timeoutMs: 90_000,
    pauseMs: 1,
  });
  expect([await worker.end('SIGTERM'), worker.printed]).toEqual([{ code: 0, signal: null }, '']);
});
