import { IsolationApp, type GraphqlAnswer, ROOT_TOKEN } from './isolation-app.js';
import { argumentsWith, operations, type Operation } from './operations.js';
import { snapshot } from './snapshot.js';
import { idOf, makeWorld, type World } from './world.js';

const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'];

/** Operations that succeed although an argument is another tenant's id, with the reason. The answer contains none of that tenant's data. */
const ANSWERS: Record<string, { to: string; with: unknown }> = {
  'retryRegistrations.identityIds': { to: 'people who are not in the integration are passed over', with: 0 },
  'saveScimSchema.input.id': { to: 'a URN is a name within one integration', with: expect.anything() },
  'identities.integrationId': { to: 'a filter that matches no row', with: expect.objectContaining({ totalCount: 0 }) },
  'groups.integrationId': { to: 'a filter that nothing passes', with: expect.objectContaining({ totalCount: 0 }) },
  'identities.groupId': { to: 'a filter that nothing passes', with: expect.objectContaining({ totalCount: 0 }) },
  'auditEvents.identityId': { to: 'a filter that nothing passes', with: expect.objectContaining({ totalCount: 0 }) },
  'auditEvents.integrationId': { to: 'a filter that nothing passes', with: expect.objectContaining({ totalCount: 0 }) },
};

let on: IsolationApp;
let mine: World;
let theirs: World;
let before: Record<string, string>;

beforeAll(async () => {
  on = await IsolationApp.start();
  mine = await makeWorld(on);
  theirs = await makeWorld(on);
  before = await snapshot(on.database, theirs.tenantId);
});
afterAll(() => on.stop());

const all = operations();

describe('another tenant’s ids', () => {
  const cases = all.flatMap((operation) =>
    operation.places.map((place, at) => ({ what: `${operation.name}.${place.path.join('.')}`, operation, at })),
  );

  it.each(cases)('$what', async ({ what, operation, at }) => {
    const ids = await Promise.all(
      operation.places.map(({ kind }, index) => idOf(on, index === at ? theirs : mine, kind)),
    );
    const answer = await on.graphql(mine.tokens.OWNER, operation.document, argumentsWith(operation, ids));
    expectNothingOfTheirs(answer, ids[at]);
    if (what in ANSWERS) {
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.[operation.name]).toEqual(ANSWERS[what]?.with);
    } else if (answer.errors) {
      expect(REFUSALS).toContain(answer.errors[0]?.extensions?.code);
    } else {
      expect({ root: operation.root, data: answer.data }).toEqual({ root: 'query', data: { [operation.name]: null } });
    }
    expect(await snapshot(on.database, theirs.tenantId)).toEqual(before);
  });
});

describe('another tenant’s cursor', () => {
  // `tenants` is left out: only the root administrator may list it, and sees all tenants.
  const paged = all.filter(({ paged, name }) => paged && name !== 'tenants');

  it.each(paged)('$name', async (operation) => {
    const [ours, ofThem] = await Promise.all([page(operation, mine, undefined), page(operation, theirs, undefined)]);
    const { pageInfo } = (ofThem.data?.[operation.name] ?? {}) as { pageInfo?: { endCursor: string | null } };
    expectNothingOfTheirs(ours);
    expectNothingOfTheirs(await page(operation, mine, pageInfo?.endCursor ?? undefined));
  });

  async function page(operation: Operation, world: World, after: string | undefined): Promise<GraphqlAnswer> {
    const ids = await Promise.all(operation.places.map(({ kind }) => idOf(on, world, kind)));
    const variables = { ...argumentsWith(operation, ids), first: 1, after };
    const as = { 'x-rollcall-tenant': world.tenantId };
    const answer = await on.graphql(ROOT_TOKEN, operation.document, variables, as);
    expect(answer.errors).toBeUndefined();
    return answer;
  }
});

it('a tenant’s token stays in its tenant, whatever tenant a header names', async () => {
  const lists = all.filter(
    ({ root, places }) => root === 'query' && places.every(({ path }) => path[0] === 'integrationId'),
  );
  for (const operation of lists) {
    const ids = await Promise.all(operation.places.map(({ kind }) => idOf(on, mine, kind)));
    const as = { 'x-rollcall-tenant': theirs.tenantId };
    expectNothingOfTheirs(await on.graphql(mine.tokens.OWNER, operation.document, argumentsWith(operation, ids), as));
  }
  expect(lists.length).toBeGreaterThan(5);
});

it('no query or mutation answers without a token', async () => {
  for (const operation of all) {
    const ids = await Promise.all(operation.places.map(({ kind }) => idOf(on, theirs, kind)));
    const answer = await on.graphql('none', operation.document, argumentsWith(operation, ids));
    expect([operation.name, answer.errors?.[0]?.extensions?.code]).toEqual([operation.name, 'UNAUTHENTICATED']);
  }
  expect(await snapshot(on.database, theirs.tenantId)).toEqual(before);
});

/** @param given an id that the caller sent, and may see again in a refusal */
function expectNothingOfTheirs(answer: GraphqlAnswer, given?: string): void {
  const text = JSON.stringify(answer.data ?? null);
  const known = [
    theirs.tenantId,
    theirs.mark,
    ...theirs.directories.flatMap(({ id, identityId, groupId }) => [id, identityId, groupId]),
  ];
  const shown = known.filter((each) => each !== given && !given?.includes(each) && text.includes(each));
  expect(shown).toEqual([]);
}
