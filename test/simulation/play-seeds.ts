import { Logger } from '@nestjs/common';
import { SimulatedPostgres } from './harness/simulated-postgres.js';
import { runSeed, type RunOptions, type SeedResult } from './world/run-seed.js';
import { ENFORCED } from './world/violation.js';

export const DEFAULT_STEPS = 20;

export interface Summary {
  failures: SeedResult[];
  reached: ReadonlyMap<string, number>;
  events: number;
  writes: number;
  /** One for each seed, in order. */
  digests: string[];
}

/** A database for simulations on the server of the test run. */
export async function openSimulation(url = process.env['TEST_POSTGRES_URL']): Promise<SimulatedPostgres> {
  Logger.overrideLogger(false);
  if (!url) throw new Error('no test PostgreSQL: this jest project has no globalSetup');
  // Loaded here, because loading takes real time, which must not pass during a run.
  await import('@okta/okta-sdk-nodejs');
  return SimulatedPostgres.create(url);
}

/** Plays the seeds `from` to `to`. @param onResult receives each as it ends; returns whether to go on */
export async function playSeeds(
  postgres: SimulatedPostgres,
  { from, to }: { from: number; to: number },
  options: Partial<RunOptions> = {},
  skip: ReadonlySet<number> = new Set(),
  onResult: (result: SeedResult) => boolean = () => true,
): Promise<Summary> {
  const reached = new Map<string, number>();
  const summary = { failures: [] as SeedResult[], reached, events: 0, writes: 0, digests: [] as string[] };
  for (let seed = from; seed <= to; seed += 1) {
    if (skip.has(seed)) continue;
    const result = await runSeed(postgres, seed, { steps: DEFAULT_STEPS, rules: ENFORCED, ...options });
    summary.events += result.events;
    summary.writes += result.writes;
    summary.digests.push(result.digest);
    for (const [state, times] of result.reached) reached.set(state, (reached.get(state) ?? 0) + times);
    if (result.failure) summary.failures.push(result);
    if (!onResult(result)) break;
  }
  return summary;
}

/** Describes why a seed failed, and how to run it again. */
export function describeFailure({ seed, failure, tail }: SeedResult, steps: number, lines = 40): string {
  const last = lines === 0 ? '' : `\nLast events:\n${tail.slice(-lines).join('\n')}`;
  return `seed ${seed}: ${failure?.stack ?? ''}\nReplay: npm run simulate -- --seed ${seed} --steps ${steps}${last}`;
}
