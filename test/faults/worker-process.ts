import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment } from '../support/index.js';

const root = join(import.meta.dirname, '../..');
const main = join(root, process.env['TEST_DIST'] ?? 'dist', 'apps/worker/src/main.js');
const endWithParent = pathToFileURL(join(root, 'scripts/bootstrap/end-with-parent.mjs')).href;

/** The built worker as a process of its own, to be killed. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static start(databaseUrl: string): WorkerProcess {
    if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first`);
    const env = {
      ...childEnvironment(),
      DATABASE_URL: databaseUrl,
      ADMIN_TOKEN: 'root-token-of-a-test-run',
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
      LOG_LEVEL: 'warn',
    };
    return new WorkerProcess(
      spawn(process.execPath, ['--import', endWithParent, main], {
        cwd: root,
        env,
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      }),
    );
  }

  /** `kill -9`, whatever it is doing. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }
}
