import { randomFillSync } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

export interface RunningTimer {
  stop(): void;
  /** Does not keep the process alive. */
  unref(): this;
}

/** Passing time, timers and randomness of a process. A simulation supplies its own, so that the same seed gives the same run. */
export interface Runtime {
  /** Milliseconds on a clock that is not affected by corrections of the machine's clock. */
  monotonicNow(): number;
  /** Epoch milliseconds of the machine's clock. */
  systemNow(): number;
  /** A number in [0, 1). */
  random(): number;
  fillRandom(bytes: Buffer): void;
  startTimer(work: () => void, ms: number): RunningTimer;
  startInterval(work: () => void, ms: number): RunningTimer;
  /** @throws AbortError when the signal aborts first */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Resolves in the next turn of the event loop. */
  nextTurn(): Promise<void>;
}

/** What Node offers; the globals are read on each call, so that a test may fake them. */
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

/** For simulations. @returns a function that restores Node's runtime */
export function useRuntime(runtime: Runtime): () => void {
  current = runtime;
  return () => void (current = nodeRuntime);
}

/** The runtime in use, for state that must not outlive it. */
export const currentRuntime = (): Runtime => current;

export const monotonicNow = (): number => current.monotonicNow();
export const systemNow = (): number => current.systemNow();
export const random = (): number => current.random();
export const fillRandom = (bytes: Buffer): void => current.fillRandom(bytes);
export const startTimer = (work: () => void, ms: number): RunningTimer => current.startTimer(work, ms);
export const startInterval = (work: () => void, ms: number): RunningTimer => current.startInterval(work, ms);
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> => current.sleep(ms, signal);
export const nextTurn = (): Promise<void> => current.nextTurn();
