import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { cpuTimeOf } from './cpu-time.js';

/** Root of the checkout; this file runs in .cache/bench/test/bench. */
export const checkout = join(import.meta.dirname, '../../../..');

const endWithParent = pathToFileURL(join(checkout, 'scripts/bootstrap/end-with-parent.mjs')).href;
/** The flags that `npm start` sets. */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=16'];
const READY_WITHIN_MS = 60_000;

/** A server under load, in a process of its own. */
export class ChildServer {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /**
   * @param env its environment; PORT is added
   * @param probe path that answers 200 once it is ready
   * @param nodeOptions flags of Node, such as --cpu-prof
   */
  static async start(
    script: string,
    env: Record<string, string>,
    probe: string,
    nodeOptions: string[] = [],
  ): Promise<ChildServer> {
    const port = await freePort();
    const child = spawn(process.execPath, [...NODE_FLAGS, ...nodeOptions, '--import', endWithParent, script], {
      cwd: checkout,
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    const deadline = Date.now() + READY_WITHIN_MS;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${script} ended with code ${child.exitCode}`);
      const answer = await fetch(`http://localhost:${port}${probe}`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return new ChildServer(port, child);
      if (Date.now() > deadline) throw new Error(`${script} did not get ready`);
      await sleep(100);
    }
  }

  /** Resident memory in MiB; undefined where there is no /proc. */
  rss(): number | undefined {
    try {
      const pages = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1];
      return pages === undefined ? undefined : Math.round(Number(pages) / 1024);
    } catch {
      return undefined;
    }
  }

  /** Processor time used so far, in milliseconds; undefined where there is no /proc. */
  cpuTime(): number | undefined {
    return this.child.pid === undefined ? undefined : cpuTimeOf(this.child.pid);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await exited;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return address.port;
}
