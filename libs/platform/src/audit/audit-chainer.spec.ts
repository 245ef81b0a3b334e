import { AppConfig } from '../config/app-config.js';
import { Metrics } from '../metrics/metrics.js';
import type { AuditChain } from './audit-chain.js';
import { AuditChainer } from './audit-chainer.js';
import type { AuditRetention } from './audit-retention.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('runs housekeeping while sealing is still running, and does not start a second sealing', async () => {
  let looks = 0;
  let pruned = 0;
  let release = (): void => undefined;
  const chain = {
    tenantsToSeal: () => {
      looks += 1;
      return new Promise<string[]>((resolve) => (release = () => resolve([])));
    },
  } as unknown as AuditChain;
  const retention = { pruneAll: async () => void (pruned += 1) } as unknown as AuditRetention;
  const config = new AppConfig({ worker: true } as unknown as AppConfig);
  const chainer = new AuditChainer(config, chain, retention, new Metrics());
  chainer.onApplicationBootstrap();
  await jest.advanceTimersByTimeAsync(3_600_000);
  expect([looks, pruned]).toEqual([1, 1]);
  release();
  await jest.advanceTimersByTimeAsync(500);
  expect(looks).toBe(2);
  release();
  await chainer.beforeApplicationShutdown();
});
