import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endOrphanedPostgres } from './orphaned-postgres.js';
import { createServer } from 'node:net';

/** Loaded into the server. It ends the server when the demo process ends, even by `kill -9`. */
const END_WITH_PARENT = pathToFileURL(
  join(import.meta.dirname, '../../../../../scripts/bootstrap/end-with-parent.mjs'),
).href;
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 15_000;
const KEPT_LINES = 200;

/** The built server as a child process with its own data folder. `stop` ends the process and removes the folder. */
export class RollcallProcess {
  private readonly lines: string[] = [];
  private readonly exited: Promise<unknown>;

  private constructor(
    readonly url: string,
    readonly adminToken: string,
    private readonly dataDir: string,
    private readonly child: ChildProcess,
  ) {
    this.exited = new Promise((resolve) => child.once('exit', resolve));
    child.stdout?.on('data', (chunk: Buffer) => this.remember(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.remember(chunk));
  }

  static async start(main: string): Promise<RollcallProcess> {
    const port = await freePort();
    const dataDir = await mkdtemp(join(tmpdir(), 'rollcall-demo-'));
    // The embedded database may run as another user, who must be able to enter the folder.
    await chmod(dataDir, 0o711);
    const url = `http://localhost:${port}`;
    const { DATABASE_URL, DATABASE_DIRECT_URL, ENCRYPTION_KEYS, ADMIN_TOKEN } = process.env;
    // An external database may already have a root administrator. The demo then uses that administrator's token.
    const adminToken = (DATABASE_URL && ADMIN_TOKEN) || randomBytes(24).toString('hex');
    const env = {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      ADMIN_TOKEN: adminToken,
      OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
      ...(DATABASE_URL && { DATABASE_URL, DATABASE_DIRECT_URL, ENCRYPTION_KEYS }),
      LOG_LEVEL: 'info',
    };
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', END_WITH_PARENT, main], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    return new RollcallProcess(url, adminToken, dataDir, child);
  }

  get lastLines(): readonly string[] {
    return this.lines.slice(-25);
  }

  /** The link for signing in to the console. The server has written it to a file. */
  get signInLink(): string | undefined {
    try {
      return readFileSync(join(this.dataDir, 'sign-in-link'), 'utf8').trim();
    } catch {
      return undefined;
    }
  }

  async ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      if (this.child.exitCode !== null) throw new Error(`the server ended with code ${this.child.exitCode}`);
      if (Date.now() > deadline) throw new Error('the server was not ready within a minute');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const impatient = setTimeout(() => this.child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await this.exited;
    clearTimeout(impatient);
    await endOrphanedPostgres(this.dataDir);
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }

  private remember(chunk: Buffer): void {
    this.lines.push(
      ...chunk
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
    if (this.lines.length > KEPT_LINES) this.lines.splice(0, this.lines.length - KEPT_LINES);
  }
}

/** A port that no process listens on, below the range that Linux gives to outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
