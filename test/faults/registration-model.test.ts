import { MOVABLE, PEOPLE, playEpisodes } from './random-episodes.js';
import { seededRandom } from './seeded-random.js';
import { SyncWorld } from './sync-world.js';

/** FAULTS_SEEDS=1,2,3 FAULTS_EPISODES=30 for a long run. */
const SEEDS = (process.env['FAULTS_SEEDS'] ?? '1').split(',').map(Number);
const EPISODES = Number(process.env['FAULTS_EPISODES'] ?? 3);
/** A worker that does not know Okta's value reads it first, so needless writes are rare: at most one per episode. */
const MAX_NEEDLESS = EPISODES;

jest.setTimeout((EPISODES * 180 + 120) * 1000);

describe('the registration sync and a model of it', () => {
  let world: SyncWorld;

  afterEach(async () => {
    await world.stop();
  });

  it.each(SEEDS)('end equal after random changes in every kind of trouble (seed %i)', async (seed) => {
    world = await SyncWorld.start(seededRandom(seed), PEOPLE, MOVABLE);
    await playEpisodes(world, seed, EPISODES);
    const { accepted, all } = world.okta.writes;
    for (const write of all) {
      expect(write.method).toBe('POST');
      expect(Object.keys((write.body as { profile: object }).profile)).toEqual(['byndidRegistered']);
    }
    const needless = accepted.filter((write) => !write.changed).length;
    process.stdout.write(
      `faults: seed ${seed}, ${world.figures()}; ${accepted.length} writes at Okta, ${needless} of them needless\n`,
    );
    expect(needless).toBeLessThanOrEqual(MAX_NEEDLESS);
  });
});
