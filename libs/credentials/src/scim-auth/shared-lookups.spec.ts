import { SharedLookups } from './shared-lookups.js';

/** A source with a changing value, whose lookups the test completes. */
class Source {
  value = 1;
  started = 0;
  private readonly waiting: (() => void)[] = [];

  readonly look = (): Promise<number> => {
    this.started += 1;
    const seen = this.value;
    return new Promise((resolve) => this.waiting.push(() => resolve(seen)));
  };

  async answer(): Promise<void> {
    this.waiting.shift()?.();
    await new Promise(setImmediate);
  }
}

test('who asks during a lookup shares the next one, and sees what changed before they asked', async () => {
  const source = new Source();
  const lookups = new SharedLookups<number>();
  const first = lookups.find('a', source.look);
  source.value = 2;
  const later = [lookups.find('a', source.look), lookups.find('a', source.look)];
  expect(source.started).toBe(1);
  await source.answer();
  expect(await first).toBe(1);
  expect(source.started).toBe(2);
  source.value = 3;
  const last = lookups.find('a', source.look);
  await source.answer();
  expect(await Promise.all(later)).toEqual([2, 2]);
  await source.answer();
  expect(await last).toBe(3);
  expect(source.started).toBe(3);
});

test('other keys do not wait', () => {
  const source = new Source();
  const lookups = new SharedLookups<number>();
  void lookups.find('a', source.look);
  void lookups.find('b', source.look);
  expect(source.started).toBe(2);
});

test('a failed lookup fails those who shared it; the next one asks again', async () => {
  const lookups = new SharedLookups<number>();
  const failing = lookups.find('a', () => Promise.reject(new Error('gone')));
  const next = lookups.find('a', () => Promise.resolve(5));
  await expect(failing).rejects.toThrow('gone');
  expect(await next).toBe(5);
  expect(await lookups.find('a', () => Promise.resolve(6))).toBe(6);
});
