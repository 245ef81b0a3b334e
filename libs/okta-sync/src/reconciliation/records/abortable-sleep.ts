import { sleep } from '@rollcall/platform';

/** Waits `ms` milliseconds. @throws the reason of the signal if it aborts */
export async function abortableSleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
