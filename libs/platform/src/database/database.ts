import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ClientConfig, Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import { currentTenantId } from '../tracing/request-context.js';
import { Turns } from '../rate-limit/turns.js';
import { Listener, type ListenOptions } from './listener.js';
import { PoolGate } from './pool-gate.js';
import { sqlState } from './errors/sql-state.js';
import type { Sql, Tx } from './sql.js';
import { renewStatementNames, statementName } from './statement-names.js';

const ATTEMPTS = 4;
/**
 * Maximum connections, of 16, that requests of one tenant use at once. A transaction may need a second connection, for a statement that
 * runs outside the transaction.
 */
const MAX_OF_TENANT = 12;
const MAX_WAITING = 1_000;

export interface DatabaseOptions {
  /** Whether statements are prepared by name. */
  preparedStatements?: boolean;
  /** Connection string for LISTEN; needed when the pool connects through a pooler. */
  listenUrl?: string | undefined;
  /** Called for each failed statement or transaction. */
  onFailure?: (error: unknown) => void;
}

/**
 * The only access to PostgreSQL. TypeORM owns the connection pool; the statements are SQL. All methods throw UNAVAILABLE at once when no
 * connection becomes free.
 */
@Injectable()
export class Database implements Sql, OnApplicationShutdown {
  private readonly log = new Logger(Database.name);
  private readonly pool: Pool;
  private readonly statement: StatementMaker;
  private readonly listenOptions: ClientConfig | undefined;
  private readonly gate: PoolGate;
  private readonly onFailure: (error: unknown) => void;
  private readonly turns = new Turns(MAX_OF_TENANT, MAX_WAITING);

  constructor(
    readonly dataSource: DataSource,
    { preparedStatements = true, listenUrl, onFailure = () => undefined }: DatabaseOptions = {},
  ) {
    this.onFailure = onFailure;
    this.statement = preparedStatements ? named : unnamed;
    this.listenOptions = listenUrl === undefined ? undefined : { connectionString: listenUrl };
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.gate = new PoolGate(this.pool);
  }

  async query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.run<R>(text, values)).rows;
  }

  async execute(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.run(text, values)).rowCount ?? 0;
  }

  /**
   * Runs `work` in one transaction. After a deadlock, a serialization failure or an outdated plan, `work` runs again, so it must have no
   * effects outside the database.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.withinShare(() => this.attempt(work));
      } catch (error) {
        this.onFailure(error);
        if (attempt === ATTEMPTS || !(isTransient(error) || isStalePlan(error))) throw error;
        if (isStalePlan(error)) renewStatementNames();
      }
    }
  }

  /**
   * Calls `onNotify` for each NOTIFY on a channel, and with '' when notifications may have been lost.
   * @returns a function that stops listening
   */
  async listen(
    channel: string,
    onNotify: (payload: string) => void,
    options: ListenOptions = {},
  ): Promise<() => Promise<void>> {
    const listener = new Listener(this.listenOptions ?? this.pool.options, channel, onNotify, options);
    await listener.start();
    return () => listener.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    this.gate.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async run<R extends object>(text: string, values: readonly unknown[]): Promise<QueryResult<R>> {
    this.gate.admit();
    try {
      return await this.withinShare(() => this.send<R>(text, values));
    } catch (error) {
      this.onFailure(error);
      throw error;
    }
  }

  /**
   * Sends a statement, and sends it again if its prepared plan is outdated. PostgreSQL reports an outdated plan before it executes
   * anything.
   */
  private async send<R extends object>(text: string, values: readonly unknown[]): Promise<QueryResult<R>> {
    try {
      return await this.pool.query<R>(this.statement(text, values));
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      renewStatementNames();
      return this.pool.query<R>(this.statement(text, values));
    }
  }

  /** Prevents requests of one tenant from using every connection. */
  private withinShare<T>(work: () => Promise<T>): Promise<T> {
    const tenantId = currentTenantId();
    return tenantId === undefined ? work() : this.turns.run(tenantId, work);
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.gate.admit();
    const client = await this.pool.connect();
    const tx = new ClientTransaction(client, this.statement);
    let broken: Error | undefined;
    // The pool listens for errors of idle connections only. While this connection is in use, an error without this listener would end the
    // process.
    const onError = (error: Error): void => void (broken = error);
    client.on('error', onError);
    try {
      await client.query('BEGIN');
      const result = await work(tx);
      await client.query('COMMIT');
      await tx.runAfterCommit(this.log);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.removeListener('error', onError);
      client.release(broken);
    }
  }
}

class ClientTransaction implements Tx {
  private readonly works: (() => void | Promise<void>)[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly statement: StatementMaker,
  ) {}

  async query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.client.query<R>(this.statement(text, values))).rows;
  }

  async execute(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.client.query(this.statement(text, values))).rowCount ?? 0;
  }

  afterCommit(work: () => void | Promise<void>): void {
    this.works.push(work);
  }

  async runAfterCommit(log: Logger): Promise<void> {
    for (const work of this.works) {
      try {
        await work();
      } catch (error) {
        log.error(error);
      }
    }
  }
}

type StatementMaker = (text: string, values: readonly unknown[]) => QueryConfig;

const unnamed: StatementMaker = (text, values) => ({ text, values: values as unknown[] });

const named: StatementMaker = (text, values) => {
  const name = statementName(text);
  return name === undefined ? unnamed(text, values) : { name, text, values: values as unknown[] };
};

function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/** The error "cached plan must not change result type". It has a general SQLSTATE, so the routine is compared too. */
function isStalePlan(error: unknown): boolean {
  return sqlState(error) === '0A000' && (error as { routine?: string }).routine === 'RevalidateCachedQuery';
}
