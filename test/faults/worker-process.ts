import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment } from '../support/index.js';

const root = join(import.meta.dirname, '../..');
const main = join(root, process.env['TEST_DIST'] ?? 'dist', 'apps/worker/src/main.js');
const endWithParent = pathToFileURL(join(root, 'scripts/bootstrap/end-with-parent.mjs')).href;

const START_AGAIN_MS = 1_000;

/** The built worker in its own process, which a test can kill. If it ends by itself, it is started again, as by a supervisor. */
export class WorkerProcess {
  private child: ChildProcess;
  private killed = false;

  private constructor(private readonly databaseUrl: string) {
    this.child = this.spawn();
  }

  static start(databaseUrl: string): WorkerProcess {
    if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first`);
    return new WorkerProcess(databaseUrl);
  }

  /** `kill -9`, whatever it is doing. */
  async kill(): Promise<void> {
    this.killed = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  private startAgain(): void {
    if (!this.killed) this.child = this.spawn();
  }

  private spawn(): ChildProcess {
    const child = spawn(process.execPath, ['--import', endWithParent, main], {
      cwd: root,
      env: {
        ...childEnvironment(),
        DATABASE_URL: this.databaseUrl,
        ADMIN_TOKEN: 'root-token-of-a-test-run',
        ENCRYPTION_KEYS: `k1:${Buffer.from([...Array(32).keys()]).toString('base64')}`,
        OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    child.once('exit', () => {
      if (!this.killed) setTimeout(() => this.startAgain(), START_AGAIN_MS).unref();
    });
    return child;
  }
}
