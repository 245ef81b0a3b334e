import type { Pool } from 'pg';
import { DomainError } from '../errors/domain-error.js';

/** With 16 connections and 1 ms per statement, the last waiting caller waits a tenth of a second; a longer queue does not help. */
const MAX_WAITING = 1_000;
const LOOK_MS = 500;
/** New callers are refused after this number of consecutive checks in which callers waited and none got a connection. */
const STALLED_LOOKS = 4;
const RETRY_AFTER_SECONDS = 5;

/**
 * Refuses callers of a pool whose connections are all in use, so that its queue stays short. It counts checks, not seconds, because a
 * blocked process makes no checks.
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
