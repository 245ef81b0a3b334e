import { eventually, type Ending, ProductProcess, type ProductProcessOptions } from '../support/index.js';

const READY_WITHIN_MS = 90_000;

/** A process of the fleet, and what a load balancer knows of it. */
export class Replica {
  readonly process: ProductProcess;
  /** Told to die without a word: what is under way there may break. */
  killed = false;
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
    this.killed = false;
    this.process.start();
    await eventually(() => this.look(), { timeoutMs: READY_WITHIN_MS, pauseMs: 50 }).catch((error: unknown) => {
      throw new Error(`${this.name} is not ready:\n${this.process.printed}`, { cause: error });
    });
    this.looking = setInterval(() => void this.look(), 100);
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending | undefined> {
    if (signal === 'SIGKILL') Object.assign(this, { killed: true, ready: false });
    const ending = await this.process.end(signal);
    clearInterval(this.looking);
    this.ready = false;
    return ending;
  }

  private async look(): Promise<boolean> {
    const answer = await fetch(`${this.url}${this.readyAt}`).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    this.ready = answer?.ok ?? false;
    return this.ready;
  }
}
