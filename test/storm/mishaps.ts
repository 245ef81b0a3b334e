import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnPostgres } from '../faults/own-postgres.js';
import type { Replica } from '../replicas/replica.js';
import { eventually } from '../support/index.js';

const STOP_MS = { from: 15_000, to: 18_000 };
const READY_WITHIN_MS = 120_000;

/** Causes random kills, stops and crashes until the time is over. */
export class Mishaps {
  readonly happened = { killedServers: 0, killedWorkers: 0, stopped: 0, crashes: 0, restarts: 0 };
  private readonly pending: Promise<void>[] = [];
  private readonly beingKilled = new Set<Replica>();

  constructor(
    private readonly random: () => number,
    private readonly servers: readonly Replica[],
    private readonly workers: readonly Replica[],
    private readonly postgres: OwnPostgres,
  ) {}

  /** @param over whether the storm is over */
  async go(over: () => boolean): Promise<void> {
    // A process may also end by itself, when PostgreSQL crashes during its start.
    const supervisor = setInterval(() => this.startEnded(), 500);
    try {
      while (!over()) {
        await sleep(1_000 + this.random() * 4_000);
        const dice = this.random();
        if (dice < 0.25) await this.kill(this.servers, 'killedServers');
        else if (dice < 0.55) await this.kill(this.workers, 'killedWorkers');
        else if (dice < 0.85) this.pending.push(this.stop());
        else await this.endPostgres();
      }
      await Promise.all(this.pending);
      // The last crash may have ended a process; the supervisor needs time to start it again.
      await sleep(5_000);
    } finally {
      clearInterval(supervisor);
    }
  }

  private async kill(replicas: readonly Replica[], figure: 'killedServers' | 'killedWorkers'): Promise<void> {
    const victim = this.draw(replicas);
    if (!victim) return;
    this.beingKilled.add(victim);
    await victim.end('SIGKILL').finally(() => this.beingKilled.delete(victim));
    this.happened[figure] += 1;
    this.pending.push(victim.start());
  }

  private startEnded(): void {
    for (const each of [...this.servers, ...this.workers])
      if (!each.process.running && !this.beingKilled.has(each)) each.process.start();
  }

  /** SIGSTOP for longer than a lease, and SIGCONT. */
  private async stop(): Promise<void> {
    const victim = this.draw(this.workers);
    if (!victim) return;
    victim.ready = false;
    victim.process.signal('SIGSTOP');
    this.happened.stopped += 1;
    await sleep(STOP_MS.from + this.random() * (STOP_MS.to - STOP_MS.from));
    victim.process.signal('SIGCONT');
  }

  /** Stops PostgreSQL with or without a checkpoint; it restarts by itself. */
  private async endPostgres(): Promise<void> {
    const { pid } = this.postgres;
    if (this.random() < 0.5) {
      this.happened.crashes += 1;
      this.postgres.crash();
    } else {
      this.happened.restarts += 1;
      process.kill(pid, 'SIGINT');
    }
    await eventually(() => this.postgres.pid !== pid && this.postgres.pid > 0, { timeoutMs: READY_WITHIN_MS });
  }

  private draw(replicas: readonly Replica[]): Replica | undefined {
    const ready = replicas.filter((replica) => replica.ready && replica.process.running);
    return ready[Math.floor(this.random() * ready.length)];
  }
}
