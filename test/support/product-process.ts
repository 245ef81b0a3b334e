import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment } from './child-environment.js';

const root = join(import.meta.dirname, '../..');
const endWithParent = pathToFileURL(join(root, 'scripts/bootstrap/end-with-parent.mjs')).href;

const STOPPED_WITHIN_MS = 120_000;
const KEPT_CHARACTERS = 8_000;

export interface ProductProcessOptions {
  app: 'server' | 'worker';
  env: Readonly<Record<string, string>>;
  /** The folder of the build, relative to the checkout; defaults to `dist`. */
  dist?: string;
  /** A module that runs before the product does. */
  preload?: string;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A process of a built server or worker. It may be started again after it has ended. */
export class ProductProcess {
  private child: ChildProcess | undefined;
  private output = '';

  constructor(private readonly options: ProductProcessOptions) {
    if (!existsSync(this.main)) throw new Error(`${this.main} is missing: run \`npm run build\` first`);
  }

  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** The last part of what the process has printed to stdout and stderr. */
  get printed(): string {
    return this.output;
  }

  start(): void {
    const preload = this.options.preload ? ['--import', pathToFileURL(this.options.preload).href] : [];
    this.child = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, ...preload, this.main], {
      cwd: root,
      env: { ...childEnvironment(), ...this.options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-KEPT_CHARACTERS));
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /**
   * Sends a signal and waits for the end of the process. Kills the process if it does not end. @returns undefined if
   * the process had already ended
   */
  async end(signal: NodeJS.Signals): Promise<Ending | undefined> {
    const { child } = this;
    if (!child || !this.running) return undefined;
    const ended = new Promise<Ending>((done) => child.once('exit', (code, by) => done({ code, signal: by })));
    child.kill(signal);
    const impatient = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    const ending = await ended;
    clearTimeout(impatient);
    return ending;
  }

  private get main(): string {
    const { app, dist } = this.options;
    return join(resolve(root, dist ?? process.env['TEST_DIST'] ?? 'dist'), `apps/${app}/src/main.js`);
  }
}
