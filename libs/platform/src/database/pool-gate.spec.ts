import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { PoolGate } from './pool-gate.js';

class FakePool extends EventEmitter {
  waitingCount = 0;
}

const refusal = expect.objectContaining({ code: 'UNAVAILABLE', retryAfterSeconds: 5 });

describe('the gate before the pool', () => {
  let pool: FakePool;
  let gate: PoolGate;

  beforeEach(() => {
    pool = new FakePool();
    gate = new PoolGate(pool as unknown as Pool);
  });
  afterEach(() => gate.close());

  const look = (times: number) => Array.from({ length: times }, () => gate.look());

  it('admits callers as long as connections become free', () => {
    pool.waitingCount = 999;
    for (let times = 0; times < 100; times += 1) {
      pool.emit('acquire');
      look(1);
      expect(() => gate.admit()).not.toThrow();
    }
  });

  it('lets the first callers wait, and refuses new callers when no connection has become free for two seconds', () => {
    pool.waitingCount = 1;
    look(3);
    expect(() => gate.admit()).not.toThrow();
    look(1);
    expect(() => gate.admit()).toThrow(refusal);
    pool.emit('acquire');
    expect(() => gate.admit()).not.toThrow();
  });

  it('admits callers of a pool that was idle', () => {
    look(100);
    pool.waitingCount = 5;
    expect(() => gate.admit()).not.toThrow();
  });

  it('refuses new callers when 1,000 callers wait', () => {
    pool.waitingCount = 1_000;
    expect(() => gate.admit()).toThrow(refusal);
  });
});
