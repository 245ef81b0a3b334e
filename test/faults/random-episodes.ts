import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelledPerson } from './modelled-person.js';
import { seededRandom } from './seeded-random.js';
import type { SyncWorld } from './sync-world.js';

const THREADS = 6;
const PEOPLE_PER_THREAD = 5;
const STEPS = 10;
/** Maximum wait for the write of a change; none arrives while the workers are down. */
const WRITE_WITHIN_MS = 2_000;

/** Number of people without random changes: two writes get no answer, and one write detects the revoked token. */
export const APART = 3;
export const PEOPLE = APART + THREADS * PEOPLE_PER_THREAD;
/** Indexes of people who may be moved to another Okta user: two per thread. */
export const MOVABLE = Array.from({ length: 2 * THREADS }, (_, index) => APART + index);

type Trouble = (world: SyncWorld, seed: number) => Promise<void>;

/** Each of the first three episodes has another one of these; later episodes draw one with the seed. */
const TROUBLES: readonly Trouble[] = [
  oneWorkerDiesAndTwoWritesAreNotAnswered,
  postgresCrashesAndTheTokenDies,
  bothWorkersDie,
];

/** Makes random changes with failing answers and crashes; after each episode, when all writes are done, both sides must equal the model. */
export async function playEpisodes(world: SyncWorld, seed: number, episodes: number): Promise<void> {
  const random = seededRandom(seed);
  const people = world.people.slice(APART);
  for (let episode = 0; episode < episodes; episode += 1) {
    const trouble = TROUBLES[episode] ?? oneOf(TROUBLES, random);
    const part = seed * 1_000 + episode;
    world.journal.note(`episode ${episode}: ${trouble.name}`);
    world.breakAnswers(part);
    const threads = Array.from({ length: THREADS }, (_, thread) => {
      const theirs = people.filter((_one, index) => index % THREADS === thread);
      return changeAtRandom(world, theirs, seededRandom(part * 100 + thread));
    });
    await Promise.all([trouble(world, part), ...threads]);
    await compare(world, `seed ${seed}, episode ${episode}`);
    world.journal.forget();
  }
}

async function compare(world: SyncWorld, where: string): Promise<void> {
  const unsettled = await world.settle().then(
    () => '',
    (error: Error) => `Something stays owed to Okta: ${error.message}`,
  );
  const differences = [...(await world.differences()), ...world.watch.overlaps, ...(await world.leftovers())];
  if (unsettled === '' && differences.length === 0) return;
  throw new Error([where, `${differences.length} differences`, ...differences.slice(0, 3), unsettled].join('\n'));
}

/** Single changes, and changes that are reverted while their write is in flight. */
async function changeAtRandom(
  world: SyncWorld,
  people: readonly ModelledPerson[],
  random: () => number,
): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    const person = oneOf(people, random);
    const turns = person.turns();
    if (turns.length === 0 || random() < 0.5) {
      await world.changes.make(person, oneOf(person.possible(), random));
      continue;
    }
    const { change, opposite } = oneOf(turns, random);
    const write = world.watch.intercept(person.oktaId);
    await world.changes.make(person, change);
    await Promise.race([write.arrived, sleep(WRITE_WITHIN_MS)]);
    await world.changes.make(person, opposite).finally(write.release);
  }
}

async function oneWorkerDiesAndTwoWritesAreNotAnswered(world: SyncWorld, seed: number): Promise<void> {
  const [one, other] = world.people as [ModelledPerson, ModelledPerson];
  world.neverAnswer(one, other, seed);
  await world.killInTheMiddle([0]);
  // After the kill, so that a living worker waits for the answer.
  for (const person of [one, other]) await world.changes.turn(person);
}

/** Crashes PostgreSQL right after an acknowledgment, which loses a change that was acknowledged too early. */
async function postgresCrashesAndTheTokenDies(world: SyncWorld): Promise<void> {
  const before = world.changes.count;
  world.changes.onAcknowledged = (count) => {
    if (count === before + 15 || count === before + 45) world.crash();
  };
  while (world.changes.count < before + 25) await sleep(20);
  await world.loseToken(world.people[2] as ModelledPerson);
}

async function bothWorkersDie(world: SyncWorld): Promise<void> {
  await world.killInTheMiddle([0, 1]);
}

function oneOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
