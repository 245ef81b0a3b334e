import type { IntegrationKey } from '@rollcall/directory';
import { ScimRegistrationService } from '@rollcall/directory-integration';
import { systemCaller } from '@rollcall/platform';
import { eventually, seedIntegration } from '../../support/index.js';
import { HTML, scimError, type Seen } from './faulty-proxy.js';
import { ATTRIBUTE, EXTENSION, RemoteScim } from './remote-scim.js';
import { Rig } from './rig.js';

const PATH = `${EXTENSION}:${ATTRIBUTE}`;
const isWrite = ({ method }: Seen) => method === 'PATCH';
const isUsers = ({ path }: Seen) => path.includes('/Users');

describe('the write-back to a SCIM server that is another Rollcall', () => {
  let rig: Rig;
  let remote: RemoteScim;
  let key: IntegrationKey;

  beforeEach(async () => {
    [rig, remote] = await Promise.all([Rig.start(), RemoteScim.start()]);
    key = {
      tenantId: rig.tenantId,
      integrationId: await seedIntegration(rig.database, rig.tenantId, undefined, 'GENERIC_SCIM'),
    };
    await configure({ bearerToken: remote.client.token });
    await rig.doctorHasBeen();
  });

  afterEach(async () => {
    await rig.stop();
    await remote.stop();
  });

  async function configure(authentication?: object): Promise<void> {
    await rig.of(ScimRegistrationService).configure(systemCaller(key.tenantId, 'test'), {
      integrationId: key.integrationId,
      baseUrl: remote.baseUrl,
      extension: EXTENSION,
      ...(authentication && { authentication }),
    });
  }

  /** Adds a person in Rollcall and at the SCIM server. */
  async function person(name: string): Promise<{ id: string; there: string }> {
    const there = await remote.addUser(`${name}@example.com`, { externalId: `e-${name}` });
    const id = await rig.person(key, { externalId: `e-${name}`, userName: `${name}@example.com`, inOkta: false });
    return { id, there };
  }

  async function pausedReason(): Promise<string | null> {
    const [sync] = await rig.database.query<{ paused_reason: string | null }>(
      'select paused_reason from registration_syncs',
    );
    return sync?.paused_reason ?? null;
  }

  it('writes true to the user of a corrected externalId, and false to the user who had the externalId before', async () => {
    const ada = await person('ada');
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true, okta_user_id: ada.there });
    const right = await remote.addUser('right@example.com', { externalId: 'e-right' });
    await rig.move(key, ada.id, 'e-right');
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true, okta_user_id: right, due_at: null });
    expect(await remote.flag(right)).toBe(true);
    await eventually(async () => expect(await remote.flag(ada.there)).toBe(false));
  });

  it('gets one PATCH for a bind, a revocation and a deactivation each and nothing but the attribute in it', async () => {
    const ada = await person('ada');
    const before = await remote.user(ada.there);
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true, okta_user_id: ada.there });
    expect(await remote.flag(ada.there)).toBe(true);
    await rig.change(key, ada.id, { passkeys: 0 });
    await eventually(async () => expect(await remote.flag(ada.there)).toBe(false));
    await rig.change(key, ada.id, { passkeys: 1 });
    await eventually(async () => expect(await remote.flag(ada.there)).toBe(true));
    await rig.change(key, ada.id, { active: false });
    await eventually(async () => expect(await remote.flag(ada.there)).toBe(false));
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: false });
    const writes = remote.proxy.seen.filter(isWrite);
    expect(writes.map(({ body }) => JSON.parse(body) as object)).toEqual(
      [true, false, true, false].map((value) => ({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: PATH, value }],
      })),
    );
    expect(remote.proxy.countOf('PUT')).toBe(0);
    const after = await remote.user(ada.there);
    expect({ ...after, meta: null, schemas: null, [EXTENSION]: undefined }).toEqual({
      ...before,
      meta: null,
      schemas: null,
    });
  });

  it('finds people by external id, by our own id and by userName, and reports people who are not at the server', async () => {
    const told = await person('told');
    const ours = await rig.person(key, { externalId: null, userName: 'here@example.com', inOkta: false });
    const [thereOurs, named] = await Promise.all([
      remote.addUser('elsewhere@example.com', { externalId: ours }),
      remote.addUser('Named@Example.com', { externalId: 'another' }),
    ]);
    const here = await rig.person(key, { externalId: 'unknown', userName: 'named@example.com', inOkta: false });
    const stranger = await rig.person(key, { externalId: null, userName: 'stranger@example.com', inOkta: false });
    for (const id of [told.id, ours, here, stranger]) await rig.bind(key, id);
    await rig.settles(told.id, { state: 'IN_SYNC', okta_user_id: told.there });
    await rig.settles(ours, { state: 'IN_SYNC', okta_user_id: thereOurs });
    await rig.settles(here, { state: 'IN_SYNC', okta_user_id: named });
    await rig.settles(stranger, {
      state: 'UNLINKED',
      last_error: expect.stringContaining('stranger@example.com') as string,
    });
  });

  it('does not trust a server that ignores filters', async () => {
    await remote.addUser('other@example.com', { externalId: 'other' });
    const nobody = await rig.person(key, { externalId: null, userName: 'nobody@example.com', inOkta: false });
    remote.proxy.rewrite = (path) => path.replace(/filter=[^&]*&/, '');
    await rig.bind(key, nobody);
    await rig.settles(nobody, { state: 'UNLINKED' });
  });

  it('reads the user before it repeats a write whose answer was lost', async () => {
    const ada = await person('ada');
    remote.proxy.failNext(isWrite, 'lose-answer');
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true, unsure: false });
    expect(remote.proxy.countOf('PATCH')).toBe(1);
  });

  it.each([
    ['a reset', 'reset'],
    ['a gateway’s page', HTML],
    ['a 500', scimError(500)],
    ['a 409', scimError(409)],
    ['a 412', scimError(412)],
    ['a 404 that is not the server speaking', { status: 404, body: '{"message":"no route"}' }],
  ] as const)('tries again after %s', async (_, fault) => {
    const ada = await person('ada');
    remote.proxy.failNext(isWrite, fault);
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true });
    expect(await remote.flag(ada.there)).toBe(true);
    expect(remote.proxy.countOf('PATCH')).toBe(2);
  });

  it('sends no request to the server for as long as Retry-After says', async () => {
    const people = [await person('a'), await person('b'), await person('c'), await person('d')];
    const wait = { status: 429, body: '', headers: { 'retry-after': '300' } };
    remote.proxy.fault = (request) => (isUsers(request) ? wait : undefined);
    for (const { id } of people) await rig.bind(key, id);
    const quota = async () => {
      const [row] = await rig.database.query<{ blocked_until: Date | null; version: string }>(
        `select blocked_until, version from okta_quotas where bucket = 'scim'`,
      );
      return row;
    };
    await eventually(async () =>
      expect((await quota())?.blocked_until?.getTime()).toBeGreaterThan(Date.now() + 200_000),
    );
    await eventually(async () =>
      expect(await rig.database.query('select 1 from registrations where locked_by is not null')).toEqual([]),
    );
    const asked = remote.proxy.seen.length;
    const version = Number((await quota())?.version);
    await rig.startProcess();
    await eventually(async () => expect(Number((await quota())?.version)).toBeGreaterThan(version));
    expect(await rig.database.query(`select 1 from registrations where state = 'PENDING'`)).toHaveLength(4);
    expect(remote.proxy.seen).toHaveLength(asked);
  });

  it('pauses after a few requests with an invalid token, and continues with a new token', async () => {
    await configure({ bearerToken: 'dead' });
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => person(`p${index}`)));
    for (const { id } of people) await rig.bind(key, id);
    await eventually(async () => expect(await pausedReason()).toContain('answered 401'));
    // Does not count the health check, which follows a change of settings and lists users by a filter on the attribute.
    const asked = remote.proxy.seen.filter(({ path }) => !path.includes(ATTRIBUTE + '%20eq'));
    expect(asked.length).toBeLessThanOrEqual(6);
    await configure({ bearerToken: remote.client.token });
    for (const { id } of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true });
    expect(await pausedReason()).toBeNull();
  });

  it('pauses with the name of the extension when the server has no such attribute', async () => {
    const ada = await person('ada');
    await remote.removeAttribute();
    remote.proxy.fault = (request) => (isWrite(request) ? scimError(400, { scimType: 'invalidPath' }) : undefined);
    await rig.bind(key, ada.id);
    await eventually(async () => expect(await pausedReason()).toContain(`${PATH} is missing`));
    await rig.settles(ada.id, { state: 'PENDING', confirmed: false });
  });

  it('pauses when the server accepts the value but does not store it', async () => {
    const ada = await person('ada');
    remote.proxy.fault = (request) =>
      isWrite(request) ? { status: 200, body: JSON.stringify({ id: ada.there }) } : undefined;
    await rig.bind(key, ada.id);
    await eventually(async () => expect(await pausedReason()).toContain(PATH));
  });

  it('pauses when the token may edit no user, and parks a person that the token may not edit', async () => {
    const [ada, bob] = [await person('ada'), await person('bob')];
    remote.proxy.fault = (request) =>
      isWrite(request) && request.path.includes(ada.there) ? scimError(403) : undefined;
    await rig.bind(key, ada.id);
    await rig.bind(key, bob.id);
    await rig.settles(ada.id, { state: 'PARKED' });
    await rig.settles(bob.id, { state: 'IN_SYNC' });
    remote.proxy.fault = (request) => (isWrite(request) ? scimError(403) : undefined);
    for (const { id } of await Promise.all(['c', 'd', 'e'].map(person))) await rig.bind(key, id);
    await eventually(async () => expect(await pausedReason()).toContain('edit no user'));
  });

  it('unlinks a person who was deleted there', async () => {
    const ada = await person('ada');
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true });
    await remote.client.send('DELETE', `/Users/${ada.there}`);
    await rig.change(key, ada.id, { passkeys: 0 });
    await rig.settles(ada.id, { state: 'UNLINKED', okta_user_id: null });
  });

  it('forgets what it learned when the address changes, and does not send the old secret to the new address', async () => {
    const ada = await person('ada');
    await rig.bind(key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true });
    await expect(
      rig.of(ScimRegistrationService).configure(systemCaller(key.tenantId, 'test'), {
        integrationId: key.integrationId,
        baseUrl: `${remote.proxy.origin}/elsewhere`,
      }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'authentication' });
    await rig.of(ScimRegistrationService).configure(systemCaller(key.tenantId, 'test'), {
      integrationId: key.integrationId,
      baseUrl: `${remote.proxy.origin}/elsewhere`,
      authentication: { bearerToken: 'another' },
    });
    await rig.settles(ada.id, { okta_user_id: null, confirmed: null });
  });

  describe('with client credentials', () => {
    const tokenRequests = () => remote.proxy.seen.filter(({ path }) => path.startsWith('/oauth2/token'));

    beforeEach(async () => {
      const { clientId, clientSecret } = await remote.clientCredentials();
      const clientCredentials = { tokenEndpoint: remote.tokenEndpoint, clientId, clientSecret, scope: 'scim:all' };
      await configure({ clientCredentials });
    });

    it('fetches one token for all people, and another when it is refused', async () => {
      const people = await Promise.all(Array.from({ length: 10 }, (_, index) => person(`p${index}`)));
      for (const { id } of people) await rig.bind(key, id);
      for (const { id } of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: true });
      expect(tokenRequests()).toHaveLength(1);
      await remote.revokeAccessTokens();
      for (const { id } of people) await rig.change(key, id, { passkeys: 0 });
      for (const { id } of people) await rig.settles(id, { state: 'IN_SYNC', confirmed: false });
      expect(tokenRequests()).toHaveLength(2);
    });

    it('pauses when the client is refused', async () => {
      const ada = await person('ada');
      await configure({
        clientCredentials: { tokenEndpoint: remote.tokenEndpoint, clientId: 'nobody', clientSecret: 'wrong' },
      });
      await rig.bind(key, ada.id);
      await eventually(async () => expect(await pausedReason()).toContain('invalid_client'));
      expect(await pausedReason()).toContain('token endpoint');
    });
  });
});
