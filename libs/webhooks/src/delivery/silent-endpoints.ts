const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

interface Silence {
  since: number;
  until: number;
}

/** Endpoints that did not respond. They are skipped for a time, because each of their messages would delay all others by ten seconds. */
export class SilentEndpoints {
  private readonly silences = new Map<string, Silence>();

  /** Skips the endpoint for as long as it has been silent until now, at most a minute. @param now milliseconds of a monotonic clock */
  note(endpointId: string, now: number): void {
    const since = this.silences.get(endpointId)?.since ?? now;
    this.silences.set(endpointId, { since, until: now + Math.min(LONGEST_MS, Math.max(FIRST_MS, now - since)) });
  }

  /** To be called when the endpoint has responded. */
  forget(endpointId: string): void {
    this.silences.delete(endpointId);
  }

  /** Endpoints to skip now. Forgets endpoints to which nothing was sent for a while. */
  list(now: number): string[] {
    for (const [id, { until }] of this.silences) if (until + LONGEST_MS < now) this.silences.delete(id);
    return [...this.silences].filter(([, { until }]) => until > now).map(([id]) => id);
  }
}
