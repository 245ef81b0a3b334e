import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Batcher, Batchers } from './batcher.js';

describe('a batcher', () => {
  it('answers each caller once with their own result, although calls fail and items arrive at any time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ after: fc.nat(2), fails: fc.boolean() }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (items, most) => {
          let underWay = 0;
          const sizes: number[] = [];
          const batcher = new Batcher<{ index: number; fails: boolean }, number>(async (batch) => {
            expect((underWay += 1)).toBe(1);
            sizes.push(batch.length);
            await sleep(0);
            underWay -= 1;
            if (batch.some(({ fails }) => fails)) throw new Error('no');
            return batch.map(({ index }) => index);
          }, most);
          const answers: Promise<number | undefined>[] = [];
          for (const [index, { after, fails }] of items.entries()) {
            for (let turn = 0; turn < after; turn += 1) await sleep(0);
            answers.push(batcher.add({ index, fails }).catch(() => undefined));
          }
          const results = await Promise.all(answers);
          results.forEach((result, index) => {
            if (items[index]?.fails) expect(result).toBeUndefined();
            else if (result !== undefined) expect(result).toBe(index);
          });
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(items.length);
          expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('puts items that arrive together into one call, and items that arrive during a call into the next one', async () => {
    const batches: number[][] = [];
    const batcher = new Batcher<number, number>(async (batch) => {
      batches.push(batch);
      await sleep(1);
      return batch;
    }, 10);
    const first = [1, 2].map((item) => batcher.add(item));
    while (batches.length === 0) await setImmediate();
    const second = [3, 4].map((item) => batcher.add(item));
    expect(await Promise.all([...first, ...second])).toEqual([1, 2, 3, 4]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

it('puts items of one key into one call, and never mixes keys', async () => {
  const batches: string[][] = [];
  const batchers = new Batchers<string, string>(10);
  const add = (key: string, item: string) =>
    batchers
      .of(key, async (batch) => {
        batches.push(batch);
        return batch;
      })
      .add(item);
  await Promise.all([add('a', 'a1'), add('b', 'b1'), add('a', 'a2')]);
  expect(batches).toEqual([['a1', 'a2'], ['b1']]);
});
