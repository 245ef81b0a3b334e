import type { SimulatedPostgres } from '../harness/simulated-postgres.js';
import { Trace } from '../harness/trace.js';
import { Actors } from './actors.js';
import { LedgerWatch } from './ledger-watch.js';
import { Rest } from './rest.js';
import { setUp } from './set-up.js';
import type { Rule } from './violation.js';
import { World } from './world.js';

export interface SeedResult {
  seed: number;
  digest: string;
  events: number;
  virtualMs: number;
  writes: number;
  reached: ReadonlyMap<string, number>;
  failure: Error | undefined;
  tail: readonly string[];
}

export interface RunOptions {
  steps: number;
  rules: ReadonlySet<Rule>;
  listen?: ((line: string) => void) | undefined;
}

/** Weights of the pauses between acts: a run has bursts of acts and quiet times. */
const PAUSES = { burst: 4, short: 6, long: 4 };
const LONGEST_PAUSE_MS = { burst: 20, short: 400, long: 8_000 };

/** Runs one seed from the start until all work is done. */
export async function runSeed(postgres: SimulatedPostgres, seed: number, options: RunOptions): Promise<SeedResult> {
  const trace = new Trace(options.listen);
  await postgres.reset(seed);
  const world = new World(seed, postgres, trace, options.rules);
  const started = world.now;
  const end = world.begin();
  let failure: Error | undefined;
  try {
    await play(world, options.steps);
  } catch (error) {
    failure = error as Error;
  } finally {
    world.stop();
    end();
  }
  const { events } = world.scheduler;
  const { digest, reached, tail } = trace;
  return { seed, digest, events, virtualMs: world.now - started, writes: world.watch.writes, reached, failure, tail };
}

async function play(world: World, steps: number): Promise<void> {
  const actors = new Actors(world);
  await setUp(world, actors);
  const ledger = new LedgerWatch(world);
  for (let step = 0; step < steps; step += 1) {
    await actors.act();
    const pause = world.random.between(0, LONGEST_PAUSE_MS[world.random.weighted(PAUSES)]);
    await world.pass(pause);
    await ledger.check();
    await ledger.note();
    const [first] = world.watch.found;
    if (first) throw first;
  }
  await new Rest(world, actors).check();
  await ledger.checkCaps();
  const [first] = world.watch.found;
  if (first) throw first;
}
