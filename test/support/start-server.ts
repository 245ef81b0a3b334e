import { randomBytes, randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createDatabase, type TestDatabase } from './create-database.js';
import { eventually } from './eventually.js';
import { ProductProcess } from './product-process.js';

/** A module that the launchers preload if a trace collector is configured. */
const START_TRACING = join(import.meta.dirname, '../../dist/libs/platform/src/tracing/start-tracing.js');

/**
 * A free port below the range that Linux uses for outgoing connections. It is therefore still free when the server
 * restarts.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 20_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** The built server as a process. It has its own database unless `DATABASE_URL` is given. */
export class TestServer {
  private readonly process: ProductProcess;

  private constructor(
    readonly url: string,
    private readonly env: Record<string, string>,
    private readonly owned: TestDatabase | undefined,
  ) {
    const traced = env['OTEL_EXPORTER_OTLP_ENDPOINT'] !== undefined;
    this.process = new ProductProcess({ app: 'server', env, ...(traced && { preload: START_TRACING }) });
  }

  static async start(overrides: Record<string, string>): Promise<TestServer> {
    const owned = overrides['DATABASE_URL'] ? undefined : await createDatabase();
    const port = overrides['PORT'] ?? String(await freePort());
    const env = {
      NODE_ENV: 'production',
      PORT: port,
      ADMIN_TOKEN: randomBytes(24).toString('hex'),
      ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
      OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
      LOG_LEVEL: 'warn',
      ...(owned && { DATABASE_URL: owned.url }),
      ...overrides,
    };
    const server = new TestServer(`http://localhost:${port}`, env, owned);
    await server.restart();
    return server;
  }

  get adminToken(): string {
    return this.env['ADMIN_TOKEN'] ?? '';
  }

  get encryptionKeys(): string {
    return this.env['ENCRYPTION_KEYS'] ?? '';
  }

  get databaseUrl(): string {
    return this.env['DATABASE_URL'] ?? '';
  }

  /** The last part of what the process has printed to stdout and stderr. */
  get printed(): string {
    return this.process.printed;
  }

  /** Starts the process and waits until it is ready. The port and the database are the same each time. */
  async restart(): Promise<void> {
    this.process.start();
    await eventually(() => this.isReady()).catch(async (error: unknown) => {
      await this.stop();
      throw error;
    });
  }

  /** Kills the process with SIGKILL. The database stays. */
  async kill(): Promise<void> {
    await this.process.end('SIGKILL');
  }

  /** Stops the process gracefully, and drops its database. */
  async stop(): Promise<void> {
    await this.process.end('SIGTERM');
    await this.owned?.drop();
  }

  private async isReady(): Promise<boolean> {
    if (!this.process.running) throw new Error(`the server ended:\n${this.printed}`);
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }
}

/** @param overrides variables that are added to the environment of the process */
export function startServer(overrides: Record<string, string> = {}): Promise<TestServer> {
  return TestServer.start(overrides);
}
