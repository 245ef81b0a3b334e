/** Requests that still run after this time are aborted, because Docker and Kubernetes kill the process after 30 s. */
const STOP_WITHIN_MS = 25_000;

/**
 * Runs `stop` once after SIGINT or SIGTERM, then ends the process. The exit code is 0 if `stop` finishes in time.
 * @param drainSeconds duration of the drain period, which runs within `stop` and extends its time limit
 */
export function stopOnSignal(stop: () => Promise<void>, drainSeconds = 0): void {
  let stopping = false;
  const end = (code: number, why?: unknown): void => {
    if (why !== undefined) process.stderr.write(`rollcall did not stop cleanly: ${String(why)}\n`);
    process.exit(code);
  };
  const begin = (): void => {
    if (stopping) return;
    stopping = true;
    const late = `not done within ${STOP_WITHIN_MS / 1000} s`;
    setTimeout(() => end(1, late), STOP_WITHIN_MS + drainSeconds * 1000).unref();
    stop().then(
      () => end(0),
      (error: unknown) => end(1, error),
    );
  };
  process.on('SIGINT', begin);
  process.on('SIGTERM', begin);
}
