import type { ChildServer } from './child-server.js';
import { load, type LoadFigures, median } from './load.js';
import type { Work } from './works.js';

/** V8 optimizes hot code only after thousands of requests. */
const WARM_UP_SECONDS = 2;

export interface Contender {
  name: string;
  server: ChildServer;
  works: Map<string, Work>;
  /** Restores data that a run of this work consumed. */
  reset: (work: Work) => Promise<void>;
}

/** Medians of runs. */
export interface Medians extends LoadFigures {
  /** CPU time of the server process per request, in microseconds: hardly affected by other load on the machine. */
  cpu: number;
}

export interface Plan {
  concurrency: number;
  rounds: number;
  seconds: number;
}

/**
 * Sends one kind of request to each contender in turn, in several rounds, so that other load on the machine affects all equally.
 * @returns medians, in the order of the contenders
 */
export async function interleaved(
  contenders: readonly Contender[],
  workName: string,
  { concurrency, rounds, seconds }: Plan,
): Promise<Medians[]> {
  const figures: Medians[][] = contenders.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { server, works, reset }] of contenders.entries()) {
      const work = works.get(workName);
      if (!work) throw new Error(`no work named ${workName}`);
      await reset(work);
      const warmUp = round === 0;
      const before = server.cpuTime();
      const run = await load(server.port, work, concurrency, warmUp ? WARM_UP_SECONDS : seconds);
      const cpu = ((server.cpuTime() ?? NaN) - (before ?? NaN)) * 1000;
      if (!warmUp) figures[index]?.push({ ...run, cpu: cpu / run.requests });
    }
  }
  return figures.map((runs) => ({
    requests: median(runs.map((run) => run.requests)),
    requestsPerSecond: median(runs.map((run) => run.requestsPerSecond)),
    p50: median(runs.map((run) => run.p50)),
    p99: median(runs.map((run) => run.p99)),
    cpu: median(runs.map((run) => run.cpu)),
  }));
}
