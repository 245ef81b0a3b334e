import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDatabase, type TestDatabase } from './create-database.js';
import { eventually } from './eventually.js';

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/apps/server/src/main.js');
const startTracing = pathToFileURL(join(root, 'dist/libs/platform/src/tracing/start-tracing.js')).href;
const endWithParent = pathToFileURL(join(root, 'scripts/bootstrap/end-with-parent.mjs')).href;

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;
const KEPT_CHARACTERS = 8_000;

/** Below the range that Linux gives to outgoing connections, so that it stays ours over a restart. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 20_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** The built server as a process, on a database of its own unless `DATABASE_URL` is given. */
export class TestServer {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly url: string,
    private readonly env: Record<string, string>,
    private readonly owned: TestDatabase | undefined,
  ) {}

  static async start(overrides: Record<string, string>): Promise<TestServer> {
    if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first`);
    const owned = overrides['DATABASE_URL'] ? undefined : await createDatabase();
    const port = overrides['PORT'] ?? String(await freePort());
    const env = {
      PATH: process.env['PATH'] ?? '',
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

  /** What the process printed last, both streams. */
  get printed(): string {
    return this.output;
  }

  /** Starts the process, again on the same port and database, and waits until it is ready. */
  async restart(): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--import', endWithParent, ...this.tracing(), main],
      {
        cwd: root,
        env: this.env,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      },
    );
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-KEPT_CHARACTERS));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.child = child;
    await eventually(() => this.isReady(child), { timeoutMs: READY_WITHIN_MS }).catch(async (error: unknown) => {
      await this.stop();
      throw error;
    });
  }

  /** `kill -9`. The database stays. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks the process to finish what it does, and removes its database. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await this.owned?.drop();
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const impatient = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await exited;
    clearTimeout(impatient);
  }

  /** As the launchers do. */
  private tracing(): string[] {
    return this.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ? ['--import', startTracing] : [];
  }

  private async isReady(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}:\n${this.output}`);
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }
}

/** @param overrides environment of the process, on top of what a test needs */
export function startServer(overrides: Record<string, string> = {}): Promise<TestServer> {
  return TestServer.start(overrides);
}
