import { Injectable } from '@nestjs/common';
import { Database, monotonicNow, random } from '@rollcall/platform';
import { LEASE_MS } from './lease.js';

/** First key of the advisory locks. The locks with this key show which workers run. */
const PRESENCE_CLASS = 0x726f6c6c;
/**
 * A worker counts as ended if two checks this far apart do not find its lock. The time lets a worker with a broken
 * connection reconnect.
 */
const CONFIRM_MS = 900;

/**
 * Detects which workers run. Each worker holds a shared advisory lock of PostgreSQL, on the connection on which it
 * listens. When a process is killed, the kernel closes its connections, and PostgreSQL releases the lock within
 * milliseconds. The lock of a stopped or partitioned process remains. Other workers claim its rows only when its leases
 * have expired.
 */
@Injectable()
export class WorkerPresence {
  /** Second key of this worker's advisory lock. */
  readonly key = Math.floor(random() * 0x7fffffff);
  private held = false;
  private known = new Set<number>();
  private readonly absentSince = new Map<number, number>();

  constructor(private readonly database: Database) {}

  /** True if this worker holds its lock, so that other workers can see it. Only then may it send requests. */
  get shown(): boolean {
    return this.held;
  }

  /** Listens to a channel, and takes the advisory lock on the same connection. @returns a function that ends both */
  async listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>> {
    return this.database.listen(channel, onNotify, {
      greeting: `select pg_advisory_lock_shared(${PRESENCE_CLASS}, ${this.key})`,
      onConnected: (connected) => (this.held = connected),
    });
  }

  /**
   * The workers that have ended since the previous call. After a start of PostgreSQL, the list is empty for the length
   * of a lease, because a restart also closes the connections of running workers.
   * @returns the keys of the ended workers; each key is returned once
   */
  async ended(): Promise<number[]> {
    const [row] = await this.database.query<{ present: string[]; upMs: number }>(
      `select array(select l.objid::text from pg_locks l where l.locktype = 'advisory' and l.classid = ${PRESENCE_CLASS} and l.granted
           and l.database = (select oid from pg_database where datname = current_database())) as present,
         (extract(epoch from clock_timestamp() - pg_postmaster_start_time()) * 1000)::float8 as "upMs"`,
    );
    const present = new Set(row?.present.map(Number));
    const now = monotonicNow();
    if (!row || row.upMs < LEASE_MS) {
      this.known = new Set([...this.known, ...present]);
      this.absentSince.clear();
      return [];
    }
    for (const key of present) this.absentSince.delete(key);
    for (const key of this.known) {
      if (!present.has(key) && !this.absentSince.has(key)) this.absentSince.set(key, now);
    }
    this.known = present;
    const ended = [...this.absentSince].filter(([, since]) => now - since >= CONFIRM_MS).map(([key]) => key);
    for (const key of ended) this.absentSince.delete(key);
    return ended;
  }
}
