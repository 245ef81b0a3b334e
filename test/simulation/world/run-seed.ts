import type { SimulatedPostgres } from '../harness/simulated-postgres.js';
import { Trace } from '../harness/trace.js';
import { OktaOrg } from '../targets/okta-org.js';
import { Actors } from './actors.js';
import { Rest } from './rest.js';
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

/** Plays one seed from beginning to rest. */
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
  await setUp(world);
  const actors = new Actors(world);
  for (let step = 0; step < steps; step += 1) {
    await actors.act();
    // Bursts, in which things happen at once, and quiet stretches.
    const pause = world.random.chance(0.3) ? world.random.between(0, 20) : world.random.between(50, 1_500);
    await world.pass(pause);
    const [first] = world.watch.found;
    if (first) throw first;
  }
  await new Rest(world, actors).check();
}

async function setUp(world: World): Promise<void> {
  const { random } = world;
  const org = new OktaOrg({
    host: 'acme.okta.com',
    attribute: 'byndidRegistered',
    limit: random.pick([60, 600]),
    searchLagMs: random.pick([0, 500, 5_000]),
    skewMs: Math.round(random.between(-60_000, 60_000)),
    pageSize: random.pick([2, 200]),
  });
  const users = random.whole(1, 4);
  for (let number = 1; number <= users; number += 1) org.addUser(`00u${number}`, `user${number}@example.com`, false);
  org.addUser('00ustranger', 'stranger@example.com', random.chance(0.5));
  await world.sql('insert into tenants (id, name) values ($1, $2)', [world.tenantId, 'Acme']);
  world.startApi();
  const actors = new Actors(world);
  const integrations = random.whole(1, 2);
  for (let number = 1; number <= integrations; number += 1) {
    const id = `00000000-0000-7000-8000-00000000001${number}`;
    await world.sql(`insert into directory_integrations (tenant_id, id, name, provider) values ($1, $2, $3, 'OKTA')`, [
      world.tenantId,
      id,
      `Okta ${number}`,
    ]);
    actors.configure(world.addIntegration(id, org), true);
  }
  await world.pass(1_000);
  for (let number = 0; number <= users; number += 1) actors.push();
  await world.pass(1_000);
  for (let number = 0; number <= users; number += 1) actors.bind();
  const workers = random.whole(1, 3);
  for (let number = 1; number <= workers; number += 1) world.startWorker();
}
