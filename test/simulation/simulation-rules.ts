import type { SimulatedPostgres } from './harness/simulated-postgres.js';
import { DEFAULT_STEPS, describeFailure, openSimulation, playSeeds } from './play-seeds.js';

/** Each of these must happen in some run; otherwise the simulation proves nothing about it. */
const MUST_REACH = [
  'a connection was lost after a statement committed',
  'a connection was lost before a statement ran',
  'a connection was lost inside a transaction',
  'a deprovisioned user was skipped',
  'a late write was carried out after the wish had changed',
  'a lease ran out',
  'a notification was lost',
  'a pause was acknowledged',
  'a process died inside a transaction',
  'a rate limit blocked an org',
  'a reconciliation failed',
  'a remote user without an identity was owed',
  'a worker slept beyond its lease',
  'a worker was killed',
  'a worker was stopped between its last check and the socket',
  'a write met ENDLESS',
  'a write met HTML',
  'a write met LATE',
  'a write met LOST_ANSWER',
  'a write met LOST_REQUEST',
  'a write met NOT_TAKEN',
  'a write met RATE_LIMIT',
  'a write met SERVER_ERROR',
  'a write of a dead worker was carried out',
  'an identity was moved to another user',
  'an integration paused by itself',
  'integrations: OKTA_AND_SCIM',
  'integrations: SHARED_ORG',
  'integrations: TWO_NAMES',
  'lists had no end',
  'the answer to a write was lost, so its row was uncertain',
  'the safety cap held a change of the directory',
  'the schema lagged behind a new attribute',
  'the share of a rate limit was spent',
];

/** Declares the tests of a range of seeds. */
export function proveSeeds(seeds: { from: number; to: number }, replayed: number): void {
  describe(`the write-back and the reconciliation under simulation, seeds ${seeds.from} to ${seeds.to}`, () => {
    let postgres: SimulatedPostgres;
    beforeAll(async () => {
      postgres = await openSimulation();
    }, 120_000);
    afterAll(() => postgres.drop());

    let digests: string[];

    it('breaks no rule in any seed, and reaches every hard state', async () => {
      const summary = await playSeeds(postgres, seeds);
      digests = summary.digests;
      expect(summary.failures.map((failure) => describeFailure(failure, DEFAULT_STEPS))).toEqual([]);
      expect(MUST_REACH.filter((state) => !summary.reached.has(state))).toEqual([]);
    }, 1_800_000);

    it('replays seeds byte for byte', async () => {
      const again = await playSeeds(postgres, { from: seeds.from, to: seeds.from + replayed - 1 });
      expect(again.digests).toEqual(digests.slice(0, replayed));
    }, 900_000);
  });
}
