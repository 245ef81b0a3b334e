import { AsyncLocalStorage } from 'node:async_hooks';
import type { RunningTimer, Runtime } from '@rollcall/platform';
import type { Scheduler, Task } from './scheduler.js';
import type { SeededRandom } from './seeded-random.js';
import { SimulatedProcess } from './simulated-process.js';

/** Time, timers and randomness of the calling process. */
export class VirtualRuntime implements Runtime {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly random_: SeededRandom,
  ) {}

  monotonicNow(): number {
    return this.scheduler.now - (SimulatedProcess.current?.startedAt ?? 0);
  }

  systemNow(): number {
    return Math.floor(this.scheduler.now + (SimulatedProcess.current?.skewMs ?? 0));
  }

  random(): number {
    return this.random_.next();
  }

  fillRandom(bytes: Buffer): void {
    this.random_.fill(bytes);
  }

  startTimer(work: () => void, ms: number): RunningTimer {
    return this.timer(ms, work, false);
  }

  startInterval(work: () => void, ms: number): RunningTimer {
    return this.timer(ms, work, true);
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const timer = this.startTimer(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      const onAbort = (): void => {
        timer.stop();
        reject(new DOMException('This operation was aborted', 'AbortError'));
      };
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  nextTurn(): Promise<void> {
    return this.sleep(0);
  }

  private timer(ms: number, work: () => void, repeats: boolean): RunningTimer {
    const inContext = AsyncLocalStorage.snapshot();
    const process = SimulatedProcess.current;
    const period = Math.max(repeats ? 1 : 0, ms);
    let task: Task | undefined;
    const plan = (): void => {
      task = this.scheduler.add(period, `timer ${period.toFixed(0)}`, ring, process);
    };
    const ring = (): void => {
      if (repeats) plan();
      inContext(work);
    };
    plan();
    const running: RunningTimer = {
      stop: () => {
        if (task) this.scheduler.remove(task);
        task = undefined;
      },
      unref: () => running,
    };
    return running;
  }
}
