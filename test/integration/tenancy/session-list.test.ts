import { errorOf, ROOT_TOKEN, startAccessApp, type AccessApp, type GraphqlAnswer } from './access-app.js';

const LIST = `query ($all: Boolean, $first: Int, $after: String) { sessions(all: $all, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id name role current byPasskey browser createdAt lastSeenAt expiresAt } } }`;
const END = 'mutation ($id: ID!) { endSession(id: $id) { id current } }';
const END_OTHERS = 'mutation { endOtherSessions }';
const FIREFOX = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:141.0) Gecko/20100101 Firefox/141.0';

interface Listed {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { id: string; name: string; current: boolean }[];
}

let on: AccessApp;
beforeEach(async () => {
  on = await startAccessApp();
});
afterEach(() => on.stop());

async function adminToken(name: string, role: string): Promise<string> {
  const { data } = await on.asRoot(
    'mutation ($input: CreateAdminTokenInput!) { createAdminToken(input: $input) { token } }',
    { input: { name, role } },
  );
  return (data!['createAdminToken'] as { token: string }).token;
}

async function signIn(token: string, userAgent?: string): Promise<string> {
  const headers = userAgent === undefined ? {} : { 'user-agent': userAgent };
  const answer = await on.app.inject({ method: 'POST', url: '/session', headers, payload: { token } });
  return String(answer.headers['set-cookie']).split(';', 1)[0]!;
}

const listed = (answer: GraphqlAnswer) => answer.data!['sessions'] as Listed;
const listOf = async (cookie: string, variables: object = {}) => listed(await on.query({ cookie }, LIST, variables));
const isIn = async (cookie: string) => (await on.query({ cookie }, '{ viewer { name } }')).errors === undefined;

test('an administrator sees their own sessions with browser and time, and the current one is marked', async () => {
  const token = await adminToken('Ada', 'VIEWER');
  await signIn(await adminToken('Grace', 'VIEWER'));
  const first = await signIn(token, FIREFOX);
  const start = on.clock.now().getTime();
  on.clock.advance(3_600_000);
  const second = await signIn(token);
  await on.query({ cookie: first }, LIST);
  await on.writes.settled();
  const { nodes } = await listOf(second);
  expect(nodes).toMatchObject([
    { name: 'Ada', role: 'VIEWER', current: true, byPasskey: false },
    {
      current: false,
      browser: 'Firefox 141 on Mac',
      createdAt: new Date(start).toISOString(),
      lastSeenAt: new Date(start + 3_600_000).toISOString(),
      expiresAt: new Date(start + 12 * 3_600_000).toISOString(),
    },
  ]);
  on.clock.set(new Date(start + 12 * 3_600_000));
  expect((await listOf(second)).nodes).toHaveLength(1);
});

test('an owner sees all sessions of the tenant, page by page; other roles may not', async () => {
  const cookie = await signIn(await adminToken('Owner', 'OWNER'));
  for (const role of ['ADMIN', 'OPERATOR', 'VIEWER']) {
    const lesser = await signIn(await adminToken(role, role));
    expect(errorOf(await on.query({ cookie: lesser }, LIST, { all: true })).code).toBe('FORBIDDEN');
  }
  const { data } = await on.asRoot('mutation { createTenant(input: { name: "Second" }) { adminToken } }');
  await signIn((data!['createTenant'] as { adminToken: string }).adminToken);
  await signIn(ROOT_TOKEN);

  const names: string[] = [];
  let after: string | null = null;
  do {
    const page = await listOf(cookie, { all: true, first: 2, after });
    expect(page.totalCount).toBe(5);
    names.push(...page.nodes.map(({ name }) => name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(names).toEqual(['Root administrator', 'VIEWER', 'OPERATOR', 'ADMIN', 'Owner']);
  expect(errorOf(await on.query({ cookie }, LIST, { after: 'nonsense' }))).toMatchObject({ field: 'after' });
});

test('an administrator ends their own sessions, and an owner also those of others', async () => {
  const token = await adminToken('Ada', 'ADMIN');
  const [mine, stray] = [await signIn(token), await signIn(token)];
  const owner = await signIn(await adminToken('Owner', 'OWNER'));
  const idOf = async (cookie: string) => (await listOf(cookie)).nodes.find(({ current }) => current)!.id;
  const ids = { mine: await idOf(mine), stray: await idOf(stray), owner: await idOf(owner) };

  expect((await on.query({ cookie: mine }, END, { id: ids.stray })).errors).toBeUndefined();
  expect(await isIn(stray)).toBe(false);
  for (const id of [ids.stray, ids.owner, 'no-id']) {
    expect(errorOf(await on.query({ cookie: mine }, END, { id })).code).toBe('NOT_FOUND');
  }
  expect((await on.query({ cookie: owner }, END, { id: ids.mine })).errors).toBeUndefined();
  expect(await Promise.all([mine, owner].map(isIn))).toEqual([false, true]);
  const events = await on.database.query(
    `select actor_name, action, subject_id, detail->>'name' as name from audit_events where action = 'session.ended' order by id`,
  );
  expect(events).toEqual([
    { actor_name: 'Ada', action: 'session.ended', subject_id: ids.stray, name: 'Ada' },
    { actor_name: 'Owner', action: 'session.ended', subject_id: ids.mine, name: 'Ada' },
  ]);
});

test('all sessions except the current one are ended together', async () => {
  const token = await adminToken('Ada', 'VIEWER');
  const cookies = [await signIn(token), await signIn(token), await signIn(token)];
  const bystander = await signIn(ROOT_TOKEN);
  expect((await on.query({ cookie: cookies[1]! }, END_OTHERS)).data).toEqual({ endOtherSessions: 2 });
  expect(await Promise.all([...cookies, bystander].map(isIn))).toEqual([false, true, false, true]);
  expect((await on.query({ cookie: cookies[1]! }, END_OTHERS)).data).toEqual({ endOtherSessions: 0 });
  expect((await on.asToken(token, END_OTHERS)).data).toEqual({ endOtherSessions: 1 });
});
