import type { SimulatedPostgres } from './harness/simulated-postgres.js';
import { DEFAULT_STEPS, describeFailure, openSimulation, playSeeds } from './play-seeds.js';

const SEEDS = { from: 1, to: 12 };
const REPLAYED = { from: 1, to: 3 };

/** Each of these must happen in some run: a simulation that never reaches them proves nothing about them. */
const MUST_REACH = [
  'a connection was lost after a statement committed',
  'a connection was lost before a statement ran',
  'a connection was lost inside a transaction',
  'a notification was lost',
  'a process died inside a transaction',
  'a read met LATE',
  'a read met LOST_ANSWER',
  'a worker slept beyond its lease',
  'a worker was killed',
  'an identity was moved to another user',
];

describe('the write-back and the reconciliation under simulation', () => {
  let postgres: SimulatedPostgres;
  beforeAll(async () => {
    postgres = await openSimulation();
  }, 120_000);
  afterAll(() => postgres.drop());

  let digests: string[];

  it('breaks no rule in any seed, and reaches every hard state', async () => {
    const summary = await playSeeds(postgres, SEEDS);
    digests = summary.digests;
    expect(summary.failures.map((failure) => describeFailure(failure, DEFAULT_STEPS))).toEqual([]);
    expect(MUST_REACH.filter((state) => !summary.reached.has(state))).toEqual([]);
  }, 900_000);

  it('replays a seed byte for byte', async () => {
    const again = await playSeeds(postgres, REPLAYED);
    expect(again.digests).toEqual(digests.slice(0, again.digests.length));
  }, 900_000);
});
