const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

interface Silence {
  since: number;
  until: number;
}

/**
 * Endpoints that did not answer. They are skipped for a time, because a message to such an endpoint delays all other
 * messages by ten seconds.
 */
export class SilentEndpoints {
  private readonly silences = new Map<string, Silence>();

  /**
   * Skips the endpoint for as long as it has been silent so far: at least a second, at most a minute.
   * @param now milliseconds of a monotonic clock
   */
  note(endpointId: string, now: number): void {
    const since = this.silences.get(endpointId)?.since ?? now;
    this.silences.set(endpointId, { since, until: now + Math.min(LONGEST_MS, Math.max(FIRST_MS, now - since)) });
  }

  /** Must be called when the endpoint has answered. */
  forget(endpointId: string): void {
    this.silences.delete(endpointId);
  }

  /** The endpoints to skip now. Also forgets endpoints to which nothing was sent for a while. */
  list(now: number): string[] {
    for (const [id, { until }] of this.silences) if (until + LONGEST_MS < now) this.silences.delete(id);
    return [...this.silences].filter(([, { until }]) => until > now).map(([id]) => id);
  }
}
