import { AsyncLocalStorage } from 'node:async_hooks';
import { sqlState, type Database, type Tx } from '@rollcall/platform';
import type { Faults } from './faults.js';
import type { Scheduler } from './scheduler.js';
import type { SeededRandom } from './seeded-random.js';
import type { SimulatedPostgres } from './simulated-postgres.js';
import type { SimulatedProcess } from './simulated-process.js';
import type { Trace } from './trace.js';

const ATTEMPTS = 4;

export interface DatabaseParts {
  postgres: SimulatedPostgres;
  scheduler: Scheduler;
  random: SeededRandom;
  trace: Trace;
  faults: Faults;
  hub: NotificationHub;
  /** Called after each statement or transaction that committed. */
  onCommitted(process: SimulatedProcess): Promise<void>;
  onClaimed(process: SimulatedProcess, identityId: string, lease: string, approved: boolean): void;
}

type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown };

/**
 * The product's access to PostgreSQL in a simulation. A statement, or a whole transaction, runs at one instant; its answer arrives
 * later. In between, the process may die, sleep, or lose its connection.
 */
export class SimulatedDatabase implements Pick<Database, 'query' | 'execute' | 'transaction' | 'listen'> {
  constructor(
    private readonly process: SimulatedProcess,
    private readonly parts: DatabaseParts,
  ) {}

  async query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.statement<R>(text, values)).rows;
  }

  async execute(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.statement(text, values)).rowCount ?? 0;
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.operation('transaction', () => this.attempt(work));
      } catch (error) {
        if (attempt === ATTEMPTS || !['40001', '40P01'].includes(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /** The statement `greeting` takes a shared advisory lock, which is released when the process ends, as with a real connection. */
  async listen(
    channel: string,
    onNotify: (payload: string) => void,
    { greeting, onConnected }: { greeting?: string; onConnected?: (connected: boolean) => void } = {},
  ): Promise<() => Promise<void>> {
    const { hub, postgres, scheduler } = this.parts;
    const inContext = AsyncLocalStorage.snapshot();
    const stop = await this.operation(`listen ${channel}`, async () => {
      if (greeting !== undefined) {
        await postgres.query(scheduler.now, greeting);
        const leave = greeting.replace('pg_advisory_lock_shared', 'pg_advisory_unlock_shared');
        void this.process.death.then(() => scheduler.add(5, 'gone', () => postgres.query(scheduler.now, leave)));
      }
      return hub.listen(this.process, channel, (payload) => inContext(() => onNotify(payload)));
    });
    onConnected?.(true);
    return stop;
  }

  private statement<R extends object>(text: string, values: readonly unknown[]) {
    return this.operation(labelOf(text), async () => {
      const result = await this.parts.postgres.query<R>(this.parts.scheduler.now, text, values);
      await this.parts.onCommitted(this.process);
      this.noteClaims(result.rows);
      return result;
    });
  }

  /** @param work runs when its turn comes */
  private operation<T>(label: string, work: () => Promise<T>): Promise<T> {
    const { scheduler, faults, trace } = this.parts;
    const inContext = AsyncLocalStorage.snapshot();
    return new Promise<T>((resolve, reject) => {
      const deliver = (outcome: Outcome<T>): void => {
        const give = (): void => (outcome.ok ? resolve(outcome.value) : reject(outcome.error));
        scheduler.add(faults.databaseDelay(), `${outcome.ok ? 'answer' : 'error'} ${label}`, give, this.process);
      };
      const run = async (): Promise<void> => {
        const loss = faults.connectionLoss();
        if (loss) this.process.lostConnectionAt = scheduler.now;
        if (loss === 'BEFORE') {
          trace.reach('a connection was lost before a statement ran');
          return deliver({ ok: false, error: connectionLost() });
        }
        const outcome = await inContext(() => settled(work));
        if (loss === 'AFTER' && outcome.ok) {
          trace.reach('a connection was lost after a statement committed');
          return deliver({ ok: false, error: connectionLost() });
        }
        deliver(outcome);
      };
      scheduler.add(faults.databaseDelay(), label, run, this.process);
    });
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { postgres, scheduler, faults, trace } = this.parts;
    const after: (() => void | Promise<void>)[] = [];
    const run = async <R extends object>(text: string, values: readonly unknown[] = []) => {
      const fault = faults.midTransaction();
      if (fault === 'CRASH') {
        trace.reach('a process died inside a transaction');
        this.process.crash();
        return new Promise<never>(() => undefined);
      }
      if (fault === 'LOSS') {
        trace.reach('a connection was lost inside a transaction');
        throw connectionLost();
      }
      return postgres.query<R>(scheduler.now, text, values);
    };
    const tx: Tx = {
      query: async <R extends object>(text: string, values?: readonly unknown[]) => (await run<R>(text, values)).rows,
      execute: async (text, values) => (await run(text, values)).rowCount ?? 0,
      afterCommit: (each) => void after.push(each),
    };
    await postgres.begin(scheduler.now);
    const outcome = await Promise.race([settled(() => work(tx)), this.process.death]);
    if (!outcome) {
      await postgres.rollback();
      // The process is dead and never gets this error.
      throw connectionLost();
    }
    if (!outcome.ok) {
      await postgres.rollback();
      throw outcome.error;
    }
    await postgres.commit();
    await this.parts.onCommitted(this.process);
    for (const each of after) void each();
    return outcome.value;
  }

  private stopAfterClaim(): void {
    const { faults, scheduler, trace } = this.parts;
    const ms = faults.stopAtClaim();
    if (ms === undefined) return;
    trace.reach('a worker was stopped right after a claim');
    this.process.sleep(scheduler.now, ms);
  }

  private noteClaims(rows: readonly object[]): void {
    for (const [index, row] of (rows as { lease?: unknown; identityId?: unknown; approved?: unknown }[]).entries()) {
      if (typeof row.lease !== 'string' || typeof row.identityId !== 'string') return;
      if (index === 0) this.stopAfterClaim();
      this.parts.onClaimed(this.process, row.identityId, row.lease, row.approved === true);
    }
  }
}

/** Who listens to which channel. */
export class NotificationHub {
  private readonly listeners: { process: SimulatedProcess; channel: string; hear: (payload: string) => void }[] = [];

  constructor(
    private readonly postgres: SimulatedPostgres,
    private readonly scheduler: Scheduler,
    private readonly faults: Faults,
    private readonly trace: Trace,
  ) {
    postgres.onNotification = (channel, payload) => this.notify(channel, payload);
  }

  async listen(
    process: SimulatedProcess,
    channel: string,
    hear: (payload: string) => void,
  ): Promise<() => Promise<void>> {
    const listener = { process, channel, hear };
    this.listeners.push(listener);
    await this.postgres.listen(channel);
    return async () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  private notify(channel: string, payload: string): void {
    for (const { process, channel: heard, hear } of this.listeners) {
      if (heard !== channel || process.dead) continue;
      if (this.faults.notificationLost()) {
        this.trace.reach('a notification was lost');
        this.scheduler.add(1_000, `reconnected ${channel}`, () => hear(''), process);
      } else {
        this.scheduler.add(this.faults.databaseDelay(), `notified ${channel}`, () => hear(payload), process);
      }
    }
  }
}

async function settled<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

function connectionLost(): Error {
  return new Error('Connection terminated unexpectedly');
}

function labelOf(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
}
