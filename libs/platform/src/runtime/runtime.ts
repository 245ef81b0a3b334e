import { randomFillSync } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

export interface RunningTimer {
  stop(): void;
  /** Lets the process end while this timer is still running. */
  unref(): this;
}

/** Time, timers and randomness of a process. A simulation replaces them, so that the same seed gives the same run. */
export interface Runtime {
  /** Milliseconds of a clock that corrections of the machine's clock do not affect. */
  monotonicNow(): number;
  /** Epoch milliseconds of the machine's clock. */
  systemNow(): number;
  /** A number in [0, 1). */
  random(): number;
  fillRandom(bytes: Buffer): void;
  startTimer(work: () => void, ms: number): RunningTimer;
  startInterval(work: () => void, ms: number): RunningTimer;
  /** @throws AbortError when the signal aborts the sleep */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Resolves in the next turn of the event loop. */
  nextTurn(): Promise<void>;
}

/** The runtime of Node. It reads the globals at each call, so that a test may replace them. */
const nodeRuntime: Runtime = {
  monotonicNow: () => performance.now(),
  systemNow: () => Date.now(),
  random: () => Math.random(),
  fillRandom: (bytes) => void randomFillSync(bytes),
  startTimer: (work, ms) => {
    const timer = setTimeout(work, ms);
    return nodeTimer(timer, () => clearTimeout(timer));
  },
  startInterval: (work, ms) => {
    const timer = setInterval(work, ms);
    return nodeTimer(timer, () => clearInterval(timer));
  },
  sleep: async (ms, signal) => void (await wait(ms, undefined, signal ? { signal } : {})),
  nextTurn: async () => void (await turn()),
};

function nodeTimer(timer: NodeJS.Timeout, stop: () => void): RunningTimer {
  const running: RunningTimer = {
    stop,
    unref() {
      timer.unref();
      return running;
    },
  };
  return running;
}

let current = nodeRuntime;

/** Replaces the runtime, for simulations. @returns a function that restores Node's runtime */
export function useRuntime(runtime: Runtime): () => void {
  current = runtime;
  return () => void (current = nodeRuntime);
}

/** The current runtime. State that belongs to one runtime compares it, to detect that the runtime was replaced. */
export const currentRuntime = (): Runtime => current;

export const monotonicNow = (): number => current.monotonicNow();
export const systemNow = (): number => current.systemNow();
export const random = (): number => current.random();
export const fillRandom = (bytes: Buffer): void => current.fillRandom(bytes);
export const startTimer = (work: () => void, ms: number): RunningTimer => current.startTimer(work, ms);
export const startInterval = (work: () => void, ms: number): RunningTimer => current.startInterval(work, ms);
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> => current.sleep(ms, signal);
export const nextTurn = (): Promise<void> => current.nextTurn();
