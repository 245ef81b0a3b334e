import { AsyncLocalStorage } from 'node:async_hooks';

/** One process of the product: its code runs in this async context, which identifies its calls to the outside. */
export class SimulatedProcess {
  private static readonly context = new AsyncLocalStorage<SimulatedProcess>();
  dead = false;
  /** Virtual time until which none of its code runs. */
  pausedUntil = 0;
  /** Whether it was ever paused for longer than a lease. */
  overslept = false;
  /** Virtual time at which it last lost its connection to the database. */
  lostConnectionAt = Number.NEGATIVE_INFINITY;
  private onDeath: (() => void)[] = [];
  /** Resolves when the process dies. */
  readonly death = new Promise<void>((resolve) => this.onDeath.push(resolve));

  /**
   * @param startedAt virtual time
   * @param skewMs how far its machine's clock is off
   */
  constructor(
    readonly name: string,
    readonly startedAt: number,
    readonly skewMs: number,
  ) {}

  static get current(): SimulatedProcess | undefined {
    return SimulatedProcess.context.getStore();
  }

  /** Runs none of its code for `ms` milliseconds from `now` (virtual time). */
  sleep(now: number, ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, now + ms);
    if (ms > 10_000) this.overslept = true;
  }

  run<T>(work: () => T): T {
    return SimulatedProcess.context.run(this, work);
  }

  /** Drops its continuations: its pending operations never complete. */
  crash(): void {
    this.dead = true;
    for (const work of this.onDeath.splice(0)) work();
  }
}
