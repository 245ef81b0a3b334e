import { IsolationApp, type Route } from './isolation-app.js';
import { snapshot } from './snapshot.js';
import { type Directory, makeWorld, type World } from './world.js';

const PREFIX = '/scim/v2/:integrationId';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0';

/** A request about a resource of another directory. */
interface Case {
  /** The id in the path. */
  id?: (theirs: Directory) => string;
  body?: (theirs: Directory, mark: string) => object;
  /**
   * Expected error statuses with the caller's token and the other directory's resource. Unset: the request cannot name a resource of the
   * other directory.
   */
  refused?: readonly number[];
  /** Expected text of an answer 200, e.g. the status of a bulk operation. */
  inside?: RegExp;
}

const members = ({ identityId }: Directory) => [{ value: identityId }];
const rename = () => ({
  schemas: [`${MESSAGE}:PatchOp`],
  Operations: [{ op: 'replace', path: 'displayName', value: 'Taken over' }],
});
const search = ({ identityId }: Directory) => ({
  schemas: [`${MESSAGE}:SearchRequest`],
  filter: `id eq "${identityId}"`,
});
const userId = ({ identityId }: Directory) => identityId;
const groupId = ({ groupId: id }: Directory) => id;
const nothingFound = { refused: [200], inside: /"totalResults":0\b/ } as const;

const CASES: Record<string, Case> = {
  'GET ': {},
  'GET /Users': {},
  'POST /Users': {},
  'POST /Users/.search': { body: search, ...nothingFound },
  'GET /Users/:id': { id: userId, refused: [404] },
  'PUT /Users/:id': {
    id: userId,
    body: () => ({ schemas: [USER], userName: 'taken.over@example.com' }),
    refused: [404],
  },
  'PATCH /Users/:id': { id: userId, body: rename, refused: [404] },
  'DELETE /Users/:id': { id: userId, refused: [404] },
  'GET /Groups': {},
  'POST /Groups': {
    body: (theirs) => ({ schemas: [GROUP], displayName: 'With a stranger', members: members(theirs) }),
    refused: [400, 404],
  },
  'POST /Groups/.search': { body: search, ...nothingFound },
  'GET /Groups/:id': { id: groupId, refused: [404] },
  'PUT /Groups/:id': {
    id: groupId,
    body: (theirs) => ({ schemas: [GROUP], displayName: 'Taken over', members: members(theirs) }),
    refused: [404],
  },
  'PATCH /Groups/:id': { id: groupId, body: rename, refused: [404] },
  'DELETE /Groups/:id': { id: groupId, refused: [404] },
  'POST /.search': { body: search, ...nothingFound },
  'POST /Bulk': {
    body: (theirs) => ({
      schemas: [`${MESSAGE}:BulkRequest`],
      Operations: [
        { method: 'DELETE', path: `/Users/${theirs.identityId}` },
        { method: 'PATCH', path: `/Groups/${theirs.groupId}`, data: rename() },
      ],
    }),
    refused: [200],
    inside: /"status":"404".*"status":"404"/,
  },
  'GET /ServiceProviderConfig': {},
  'GET /ResourceTypes': {},
  'GET /ResourceTypes/:id': { id: () => 'User' },
  'GET /Schemas': {},
  'GET /Schemas/:id': { id: () => USER },
  'GET /Me': {},
  'POST /Me': {},
  'PUT /Me': {},
  'PATCH /Me': {},
  'DELETE /Me': {},
};

let on: IsolationApp;
let mine: World;
let theirs: World;

beforeAll(async () => {
  on = await IsolationApp.start();
  mine = await makeWorld(on);
  theirs = await makeWorld(on);
});
afterAll(() => on.stop());

/** Whether the route has a case. Routes that only list the methods of a path need no token and have no case. */
const served = (route: Route) => route.url.startsWith(PREFIX) && nameOf(route) in CASES;
const nameOf = ({ method, url }: Route) => `${method} ${url.slice(PREFIX.length)}`;

async function send(route: Route, at: Directory, token: string, about: Directory) {
  const { id, body } = CASES[nameOf(route)] ?? {};
  const url = route.url.replace(':integrationId', at.id).replace(':id', id?.(about) ?? about.identityId);
  return on.http(route.method, url, {
    headers: { authorization: `Bearer ${token}` },
    ...(body && { body: body(about, theirs.mark) }),
  });
}

it('has a case for every route of SCIM that does something', async () => {
  const without: string[] = [];
  for (const route of on.routes.filter(({ url }) => url.startsWith(PREFIX))) {
    if (served(route)) continue;
    const { status } = await send(route, mine.directories[0], mine.directories[0].scimToken, mine.directories[0]);
    if (status !== 405) without.push(`${nameOf(route)} (${status})`);
  }
  // A new route: say in CASES what it would carry to reach into another directory.
  expect(without).toEqual([]);
  expect(Object.keys(CASES).filter((name) => !on.routes.some((route) => nameOf(route) === name))).toEqual([]);
});

describe.each(['another tenant', 'another integration of the tenant'])('%s', (whose) => {
  const directories = (): { own: Directory; other: Directory; tenantId: string } =>
    whose === 'another tenant'
      ? { own: mine.directories[0], other: theirs.directories[0], tenantId: theirs.tenantId }
      : { own: mine.directories[0], other: mine.directories[1], tenantId: mine.tenantId };

  it.each(Object.keys(CASES))('its URL with a token of one’s own: %s', async (name) => {
    const { own, other, tenantId } = directories();
    const before = await kept(tenantId);
    for (const route of on.routes.filter((each) => served(each) && nameOf(each) === name)) {
      expect((await send(route, other, own.scimToken, other)).status).toBe(401);
    }
    expect(await kept(tenantId)).toEqual(before);
  });

  const reaching = Object.entries(CASES).filter(([, { refused }]) => refused);

  it.each(reaching)('its resources at one’s own URL: %s', async (name, { refused, inside }) => {
    const { own, other } = directories();
    const before = await rowsOf(other);
    for (const route of on.routes.filter((each) => served(each) && nameOf(each) === name)) {
      const { status, text } = await send(route, own, own.scimToken, other);
      expect(refused).toContain(status);
      if (inside) expect(text).toMatch(inside);
      expect(text).not.toContain(theirs.mark);
    }
    expect(await rowsOf(other)).toEqual(before);
  });

  /** All rows except the request log, which records refused requests, and the "last used" times of tokens. */
  async function kept(tenantId: string): Promise<object> {
    const {
      scim_requests: _log,
      scim_credentials,
      directory_integrations,
      ...rest
    } = await snapshot(on.database, tenantId);
    return tenantId === mine.tenantId ? rest : { ...rest, scim_credentials, directory_integrations };
  }

  /** People, groups and members, without the traces of the caller's own token. */
  async function rowsOf({ id }: Directory): Promise<object[]> {
    return on.database.query(
      `select to_jsonb(i) as row from identities i where tenant_id = any($2) and integration_id = $1
       union all select to_jsonb(g) from groups g where tenant_id = any($2) and integration_id = $1
       union all select to_jsonb(m) from group_members m where tenant_id = any($2) and integration_id = $1 order by 1`,
      [id, [mine.tenantId, theirs.tenantId]],
    );
  }
});
