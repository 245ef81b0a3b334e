import { randomBytes } from 'node:crypto';
import { eventually, type Ending, ProductProcess, type ProductProcessOptions } from '../support/index.js';

/** Environment that all processes of a fleet share. @param more additional or overriding variables */
export function fleetEnvironment(databaseUrl: string, more: Record<string, string> = {}) {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ADMIN_TOKEN: randomBytes(24).toString('hex'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    LOG_LEVEL: 'error',
    WORKER: 'off',
    ...more,
  };
}

/** A process of the fleet, and its readiness as a load balancer sees it. */
export class Replica {
  readonly process: ProductProcess;
  /** When the successor of a killed process was ready; requests that began earlier may fail. */
  private restoredAt = 0;
  ready = false;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    readonly name: string,
    options: ProductProcessOptions,
    readonly url: string,
    /** A path that answers 200 when the process can work. */
    private readonly readyAt = '/health/ready',
  ) {
    this.process = new ProductProcess(options);
  }

  /** Resolves when it answers that it is ready. */
  async start(): Promise<void> {
    this.process.start();
    await eventually(() => this.look(), { pauseMs: 50 }).catch((error: unknown) => {
      throw new Error(`${this.name} is not ready:\n${this.process.printed}`, { cause: error });
    });
    if (this.restoredAt === Infinity) this.restoredAt = performance.now();
    this.looking = setInterval(() => void this.look(), 100);
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending | undefined> {
    if (signal === 'SIGKILL') Object.assign(this, { restoredAt: Infinity, ready: false });
    const ending = await this.process.end(signal);
    clearInterval(this.looking);
    this.ready = false;
    return ending;
  }

  /** Whether a kill may have interrupted a request. @param began start of the request, from performance.now() */
  mayHaveDied(began: number): boolean {
    return began < this.restoredAt;
  }

  private async look(): Promise<boolean> {
    const answer = await fetch(`${this.url}${this.readyAt}`).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    this.ready = answer?.ok ?? false;
    return this.ready;
  }
}
