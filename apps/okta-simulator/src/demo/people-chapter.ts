import { loginOf } from '../org/okta-user.js';
import { expectSeen } from './narrator.js';
import { GROUP, PUSHED_GROUP, type Connected, type Stage } from './story.js';

const FIRST_NAMES = [
  'ada',
  'alan',
  'barbara',
  'claude',
  'donald',
  'edsger',
  'frances',
  'grace',
  'hedy',
  'ida',
  'joan',
  'karen',
  'leslie',
];
const LAST_NAMES = [
  'lovelace',
  'turing',
  'liskov',
  'shannon',
  'knuth',
  'dijkstra',
  'allen',
  'hopper',
  'lamarr',
  'rhodes',
  'clarke',
  'jones',
];

/** 25 people of the org; the first two are Ada and Alan. */
export function populate({ okta }: Pick<Stage, 'okta'>): string[] {
  const names = Array.from({ length: 25 }, (_, index) => {
    const [first, last] = [FIRST_NAMES[index % FIRST_NAMES.length], LAST_NAMES[index % LAST_NAMES.length]];
    return `${first}.${last}`;
  });
  return names.map((name) => loginOf(okta.addPerson(`${name}@rollcall.example`)));
}

/** Okta pushes people and a group to Rollcall. */
export async function pushPeople(
  stage: Stage,
  { app, integrationId }: Connected,
  people: readonly string[],
): Promise<void> {
  const { tell, rollcall } = stage;
  await tell.step(`Okta: assign the group “${GROUP}”, ${people.length} people, eight at a time`, async () => {
    const started = performance.now();
    const report = await app.assign(people);
    expectSeen(report.failed.length === 0, `${report.failed.length} failed, first: ${report.failed[0]?.error.message}`);
    tell.saw(`${report.succeeded} people pushed in ${Math.round(performance.now() - started)} ms`);
    const { identityCount } = await rollcall.counts(integrationId);
    expectSeen(identityCount === people.length, `Rollcall has ${identityCount} identities`);
    tell.saw(`Rollcall: Directory > Identities lists ${identityCount}`);
  });

  await tell.step(`Okta: push the group “${PUSHED_GROUP}”`, async () => {
    tell.note('Okta does not support one group for assignment and push: the guide uses two');
    await app.pushGroup(PUSHED_GROUP, people);
    const group = (await rollcall.groups(integrationId)).find(({ displayName }) => displayName === PUSHED_GROUP);
    expectSeen(group?.memberCount === people.length, `Rollcall has ${group?.memberCount ?? 'no'} members`);
    tell.saw(`Rollcall: the group has ${group.memberCount} members`);
  });
}
