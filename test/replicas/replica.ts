import { randomBytes } from 'node:crypto';
import { eventually, type Ending, ProductProcess, type ProductProcessOptions } from '../support/index.js';

/** The environment that all processes of a fleet share. @param more variables to add or to override */
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

/** A process of the fleet. `ready` says what a load balancer would see. */
export class Replica {
  readonly process: ProductProcess;
  /** When the replacement of a killed process became ready. Requests that began before that may fail. */
  private restoredAt = 0;
  ready = false;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    readonly name: string,
    options: ProductProcessOptions,
    readonly url: string,
    /** The path at which the process answers 200 when it is ready. */
    private readonly readyAt = '/health/ready',
  ) {
    this.process = new ProductProcess(options);
  }

  /** Starts the process and waits until it is ready. */
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

  /** Whether a kill may have interrupted a request. @param began when the request began, as performance.now() */
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
