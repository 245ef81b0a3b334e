import { nextTurn, sleep } from '@rollcall/platform';

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Does work in batches. Items added in the same turn of the event loop share a call. Only one call runs at a time;
 * items added in the meantime share the next call.
 */
export class Batcher<T, R> {
  private readonly waiting: Waiting<T, R>[] = [];
  private running = false;

  /**
   * @param work returns one result per item, in the order of the items; if it throws, all items of the call fail with
   * its error
   * @param most maximum number of items per call
   * @param batchWindowMs how long each call waits for more items
   */
  constructor(
    private readonly work: (items: T[]) => Promise<R[]>,
    private readonly most: number,
    private readonly batchWindowMs = 0,
  ) {}

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    await nextTurn();
    while (this.waiting.length > 0) {
      if (this.batchWindowMs > 0 && this.waiting.length < this.most) await sleep(this.batchWindowMs);
      const batch = this.waiting.splice(0, this.most);
      try {
        const results = await this.work(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => resolve(results[index] as R));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.running = false;
  }
}

/** One batcher per key, for example per integration. Items with different keys never share a call. */
export class Batchers<T, R> {
  private readonly byKey = new Map<string, Batcher<T, R>>();

  /** @param most maximum number of items per call @param batchWindowMs how long each call waits for more items */
  constructor(
    private readonly most: number,
    private readonly batchWindowMs = 0,
  ) {}

  /** Returns the batcher of the key. @param work used only if the key is new; otherwise the first `work` given for the key is used */
  of(key: string, work: (items: T[]) => Promise<R[]>): Batcher<T, R> {
    const batcher = this.byKey.get(key) ?? new Batcher(work, this.most, this.batchWindowMs);
    this.byKey.set(key, batcher);
    return batcher;
  }
}
