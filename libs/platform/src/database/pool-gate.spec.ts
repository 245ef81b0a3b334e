import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { PoolGate } from './pool-gate.js';

class FakePool extends EventEmitter {
  waitingCount = 0;
}

const refusal = expect.objectContaining({ code: 'UNAVAILABLE', retryAfterSeconds: 5 });

describe('the gate before the pool', () => {
  let now = 0;
  const gateOf = (pool: FakePool) => new PoolGate(pool as unknown as Pool, () => now);

  it('lets anybody in while connections are given out', () => {
    const pool = new FakePool();
    const gate = gateOf(pool);
    pool.waitingCount = 999;
    for (now = 0; now < 60_000; now += 1_000) {
      pool.emit('acquire');
      expect(() => gate.admit()).not.toThrow();
    }
  });

  it('turns away who comes when nobody was given one for two seconds', () => {
    now = 0;
    const pool = new FakePool();
    const gate = gateOf(pool);
    now = 2_000;
    expect(() => gate.admit()).not.toThrow();
    pool.waitingCount = 1;
    expect(() => gate.admit()).toThrow(refusal);
    pool.emit('acquire');
    expect(() => gate.admit()).not.toThrow();
  });

  it('keeps the line short', () => {
    const pool = new FakePool();
    const gate = gateOf(pool);
    pool.waitingCount = 1_000;
    expect(() => gate.admit()).toThrow(refusal);
  });
});
