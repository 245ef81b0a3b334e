import { HttpConnection } from './http-connection.js';
import type { Work } from './works.js';

export interface LoadFigures {
  requests: number;
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/**
 * Sends one work's requests over `connections` connections, each waiting for its answer.
 * @throws if the status of an answer is not `work.status`
 */
export async function load(port: number, work: Work, concurrency: number, seconds: number): Promise<LoadFigures> {
  const connections = await Promise.all(Array.from({ length: concurrency }, () => HttpConnection.open(port)));
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = started; now < until;) {
        const { status } = await connection.send(work.next());
        const answered = performance.now();
        if (status !== work.status) throw new Error(`${work.name} was answered with ${status}`);
        latencies.push(answered - now);
        now = answered;
      }
    }),
  );
  const elapsed = performance.now() - started;
  for (const connection of connections) connection.close();
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    requestsPerSecond: (latencies.length / elapsed) * 1000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
