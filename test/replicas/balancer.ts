import { setTimeout as sleep } from 'node:timers/promises';
import type { Replica } from './replica.js';

export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: object;
}

export interface Answer {
  status: number;
  text: string;
}

const PATIENCE_MS = 120_000;

/**
 * Sends requests as a client behind a load balancer does, such as Okta. Ready servers get them in turn. A request is
 * sent again after 503, after 429, and after no answer.
 */
export class Balancer {
  private turn = 0;
  readonly figures = {
    sent: 0,
    answered: 0,
    /** Requests that were answered with 503 or 429 and then sent again. */
    refused: 0,
    /** Requests that were sent again because the kill of a replica had interrupted them. */
    brokenByKill: 0,
    /** Requests that got no answer although their replica had not been killed. */
    broken: [] as string[],
    /** Answers with a 5xx status other than 503. */
    faults: [] as string[],
  };

  constructor(
    private readonly replicas: readonly Replica[],
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /**
   * Sends a request until it gets another answer than 503 or 429, and returns that answer. `repeated` is true if an
   * earlier attempt got no answer, because that attempt may have taken effect.
   */
  async send(call: Call): Promise<Answer & { repeated: boolean }> {
    let repeated = false;
    for (const deadline = Date.now() + this.patienceMs; Date.now() < deadline; await sleep(20)) {
      const replica = this.next();
      if (!replica) continue;
      const answer = await this.attempt(replica, call);
      if (answer && answer.status !== 503 && answer.status !== 429) return { ...answer, repeated };
      repeated ||= answer === undefined;
    }
    throw new Error(`${call.method} ${call.path}: no replica answered within ${this.patienceMs} ms`);
  }

  private async attempt(replica: Replica, { method, path, headers, body }: Call): Promise<Answer | undefined> {
    const { figures } = this;
    figures.sent += 1;
    const began = performance.now();
    try {
      const response = await fetch(`${replica.url}${path}`, {
        method,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.status === 503 || response.status === 429) figures.refused += 1;
      else figures.answered += 1;
      if (response.status >= 500 && response.status !== 503) figures.faults.push(`${response.status} ${text}`);
      return { status: response.status, text };
    } catch (error) {
      if (replica.mayHaveDied(began)) figures.brokenByKill += 1;
      else figures.broken.push(`${replica.name} ${method} ${path}: ${String((error as Error).cause ?? error)}`);
      replica.ready = false;
      return undefined;
    }
  }

  private next(): Replica | undefined {
    const ready = this.replicas.filter((replica) => replica.ready);
    this.turn += 1;
    return ready[this.turn % ready.length];
  }
}
