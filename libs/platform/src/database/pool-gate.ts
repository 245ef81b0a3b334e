import type { Pool } from 'pg';
import { DomainError } from '../errors/domain-error.js';

/**
 * Maximum number of waiting callers. With 16 connections and 1 ms per statement, the last one waits for less than 0.1 s, and a longer queue
 * would not increase the throughput.
 */
const MAX_WAITING = 1_000;
const LOOK_MS = 500;
/** Consecutive checks after which new callers are refused, if at each check callers were waiting and none had got a connection. */
const STALLED_LOOKS = 4;
const RETRY_AFTER_SECONDS = 5;

/**
 * Refuses callers of a connection pool when too many callers wait, or when no connection becomes free. It counts checks instead of seconds,
 * because a blocked event loop makes no checks and must not count as a blocked pool.
 */
export class PoolGate {
  private readonly timer = setInterval(() => this.look(), LOOK_MS).unref();
  private granted = false;
  private stalled = 0;

  constructor(private readonly pool: Pick<Pool, 'waitingCount' | 'on'>) {
    pool.on('acquire', () => {
      this.granted = true;
      this.stalled = 0;
    });
  }

  /** @throws DomainError UNAVAILABLE */
  admit(): void {
    const { waitingCount } = this.pool;
    if (waitingCount === 0 || (waitingCount < MAX_WAITING && this.stalled < STALLED_LOOKS)) return;
    throw DomainError.unavailable('The database is busy. Retry in a few seconds.', RETRY_AFTER_SECONDS);
  }

  look(): void {
    this.stalled = this.granted || this.pool.waitingCount === 0 ? 0 : this.stalled + 1;
    this.granted = false;
  }

  close(): void {
    clearInterval(this.timer);
  }
}
