import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats `attempt` until it returns a value other than `false` without throwing. Returns that value.
 * @throws the last error when the time is over
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 240_000, pauseMs = 20 }: { timeoutMs?: number; pauseMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let failure: unknown = new Error(`still false after ${timeoutMs} ms`);
    try {
      const answer = await attempt();
      if (answer !== false) return answer;
    } catch (error) {
      failure = error;
    }
    if (Date.now() >= deadline) throw failure;
    await sleep(pauseMs);
  }
}
