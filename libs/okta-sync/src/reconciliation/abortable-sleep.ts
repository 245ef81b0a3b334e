import { sleep } from '@rollcall/platform';

/** Waits so many milliseconds. @throws the signal's reason when it aborts meanwhile */
export async function abortableSleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
