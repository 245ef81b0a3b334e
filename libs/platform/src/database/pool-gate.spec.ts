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

  it('lets anybody in while connections are given out', () => {
    pool.waitingCount = 999;
    for (let times = 0; times < 100; times += 1) {
      pool.emit('acquire');
      look(1);
      expect(() => gate.admit()).not.toThrow();
    }
  });

  it('lets the first callers wait, and refuses new ones when no connection is given out for two seconds', () => {
    pool.waitingCount = 1;
    look(3);
    expect(() => gate.admit()).not.toThrow();
    look(1);
    expect(() => gate.admit()).toThrow(refusal);
    pool.emit('acquire');
    expect(() => gate.admit()).not.toThrow();
  });

  it('does not mind an idle pool', () => {
    look(100);
    pool.waitingCount = 5;
    expect(() => gate.admit()).not.toThrow();
  });

  it('keeps the line short', () => {
    pool.waitingCount = 1_000;
    expect(() => gate.admit()).toThrow(refusal);
  });
});
