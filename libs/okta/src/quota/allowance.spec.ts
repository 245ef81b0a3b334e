import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Allowance, QuotaSpent, type AllowanceOptions } from './allowance.js';
import { newQuota } from './quota.js';

/** A bucket with `held` requests, and the list of statements that took requests from it. */
function bucketOf(held: number, options: AllowanceOptions) {
  const takes: number[] = [];
  const quota = newQuota(0);
  const allowance = new Allowance(
    'users.write',
    async (wanted) => {
      await sleep(0);
      const granted = Math.min(wanted, held);
      held -= granted;
      takes.push(granted);
      return { quota, granted, waitMs: granted === wanted ? 0 : 1_000 };
    },
    options,
  );
  return { allowance, takes };
}

const spent = (results: PromiseSettledResult<void>[]) =>
  results.filter((one) => one.status === 'rejected' && one.reason instanceof QuotaSpent).length;

describe('an allowance', () => {
  it('grants the requests that the bucket has, refuses the others, and takes no more than expected', async () => {
    const ask = fc.record({
      held: fc.nat(80),
      asked: fc.array(fc.nat(12), { maxLength: 8 }),
      least: fc.integer({ min: 1, max: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(ask, async ({ held, asked, least }) => {
        const total = asked.reduce((sum, each) => sum + each, 0);
        const { allowance, takes } = bucketOf(held, { least, most: 20, expected: total });
        const results: PromiseSettledResult<void>[] = [];
        for (const each of asked)
          results.push(...(await Promise.allSettled(Array.from({ length: each }, () => allowance.next()))));
        expect(spent(results)).toBe(Math.max(0, total - held));
        expect(takes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(Math.min(total, held));
      }),
      { numRuns: 60 },
    );
  });

  it('shares a statement among concurrent callers, and takes larger blocks while they are used up quickly', async () => {
    const { allowance, takes } = bucketOf(1_000, { most: 16 });
    await Promise.all(Array.from({ length: 8 }, () => allowance.next()));
    expect(takes[0]).toBe(8);
    for (let index = 0; index < 200; index += 1) await allowance.next();
    expect(Math.max(...takes)).toBe(16);
    expect(takes.length).toBeLessThan(30);
  });

  it('discards a block that is too old, and a block that it is asked to drop', async () => {
    const { allowance, takes } = bucketOf(1_000, { least: 5, most: 5, keptMs: 1 });
    await allowance.next();
    await sleep(20);
    await allowance.next();
    expect(takes).toEqual([5, 5]);
    allowance.drop();
    await allowance.next();
    expect(takes).toEqual([5, 5, 5]);
  });
});
