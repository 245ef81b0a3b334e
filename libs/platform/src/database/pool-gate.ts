import type { Pool } from 'pg';
import { DomainError } from '../errors/domain-error.js';

/** More would only pile up: with 16 connections and a millisecond each, the last of them waits for a tenth of a second. */
const MOST_WAITING = 1_000;
/** Nobody was given a connection for so long although somebody waits: who comes now is told at once. */
const STALLED_MS = 2_000;
const RETRY_AFTER_SECONDS = 5;

/** Turns callers away from a pool whose connections are all held, so that the line before it stays short. */
export class PoolGate {
  private grantedAt = this.now();

  /** @param now milliseconds on a clock that nothing moves */
  constructor(
    private readonly pool: Pick<Pool, 'waitingCount' | 'on'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    pool.on('acquire', () => (this.grantedAt = this.now()));
  }

  /** @throws DomainError UNAVAILABLE */
  admit(): void {
    const { waitingCount } = this.pool;
    if (waitingCount === 0) return;
    if (waitingCount < MOST_WAITING && this.now() - this.grantedAt < STALLED_MS) return;
    throw DomainError.unavailable('The database is busy. Retry in a few seconds.', RETRY_AFTER_SECONDS);
  }
}
