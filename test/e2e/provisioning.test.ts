import type { ScimAppOptions } from '../../apps/okta-simulator/src/index.js';
import { eventually, startServer, type TestServer } from '../support/index.js';
import { allPushed, connectOrg, type ConnectedOrg } from './connected-org.js';

const PEOPLE = 120;
const GROUP = 'Everyone with a passkey';

const styles: Pick<ScimAppOptions, 'dialect' | 'profileUpdates'>[] = [
  { dialect: 'catalog', profileUpdates: 'PATCH' },
  { dialect: 'wizard' },
];

describe.each(styles)('an Okta org with a $dialect app', (style) => {
  let server: TestServer;
  let org: ConnectedOrg;
  let logins: string[];

  beforeAll(async () => {
    server = await startServer();
    org = await connectOrg(server, 'Okta', style);
    logins = org.okta.addPeople(PEOPLE).map(({ profile }) => String(profile['login']));
  });
  afterAll(async () => {
    await org?.okta.stop();
    await server?.stop();
  });

  /** Expects Rollcall's true-set to have `expected` people, and waits until Okta's true-set is the same. */
  const bothSidesAgree = async (expected: number): Promise<void> => {
    const ours = await org.admin.trueSet(org.integrationId);
    expect(ours).toHaveLength(expected);
    await eventually(() => expect(org.okta.trueSet()).toEqual(ours));
  };

  const identityOf = async (login: string) => {
    const identity = (await org.admin.identities(org.integrationId)).find(({ userName }) => userName === login);
    if (!identity) throw new Error(`no identity ${login}`);
    return identity;
  };

  /** Expects exactly `changes` writes to Okta, at most 16 at once, each of which changes only byndidRegistered. */
  const expectCourtesy = (changes: number): void => {
    const writes = org.okta.writes.all;
    expect(writes.map(({ method }) => method)).not.toContain('PUT');
    expect(
      writes.every(
        ({ body }) => JSON.stringify(Object.keys((body as { profile: object }).profile)) === '["byndidRegistered"]',
      ),
    ).toBe(true);
    expect(writes.every(({ body }) => JSON.stringify(Object.keys(body as object)) === '["profile"]')).toBe(true);
    expect(writes.filter(({ changed }) => changed)).toHaveLength(changes);
    expect(writes).toHaveLength(changes);
    expect(org.okta.org.peakInFlight).toBeLessThanOrEqual(16);
  };

  it('passes the credentials test of an empty directory', async () => {
    await org.app.testCredentials();
  });

  it('accepts 120 people, eight at a time', async () => {
    expect(await org.app.assign(logins)).toEqual({ succeeded: PEOPLE, failed: [] });
    const identities = await org.admin.identities(org.integrationId);
    expect(identities.map(({ userName }) => userName).sort()).toEqual([...logins].sort());
    expect(identities.every(({ userName, externalId }) => org.okta.person(userName).id === externalId)).toBe(true);
  });

  it('accepts a group of 100 members in one request', async () => {
    const before = org.app.client.exchanges.length;
    await org.app.pushGroup(GROUP, logins.slice(0, 100));
    const carried = org.app.client.exchanges.slice(before).filter(({ body }) => membersIn(body) > 0);
    expect(carried.map(({ body }) => membersIn(body))).toEqual([100]);
    expect((await org.admin.groups(org.integrationId)).nodes).toMatchObject([{ displayName: GROUP, memberCount: 100 }]);
  });

  it('removes and adds group members in one request, and accepts a full push', async () => {
    await org.app.changeMembers(GROUP, { remove: logins.slice(0, 3), add: logins.slice(100, 105) });
    expect((await org.admin.groups(org.integrationId)).nodes[0]?.memberCount).toBe(102);
    const [group] = await org.app.import('Groups');
    const expected = logins.slice(3, 105).map((login) => org.app.assigned(login).scimId);
    const members = (group?.['members'] ?? []) as { value: string }[];
    expect(members.map(({ value }) => value).sort()).toEqual(expected.sort());
    await org.app.pushGroupNow(GROUP, []);
    expect((await org.admin.groups(org.integrationId)).nodes[0]?.memberCount).toBe(0);
    await org.app.pushGroupNow(GROUP, logins.slice(0, 100));
    expect((await org.admin.groups(org.integrationId)).nodes[0]?.memberCount).toBe(100);
  });

  it('keeps what Okta sent through a profile update, and imports every person', async () => {
    org.okta.setProfile(logins[5] ?? '', { lastName: 'Renamed', displayName: 'Person Renamed' });
    expect(await org.app.pushProfiles([logins[5] ?? ''])).toMatchObject({ failed: [] });
    const imported = await org.app.import('Users');
    expect(imported.map(({ userName }) => String(userName)).sort()).toEqual([...logins].sort());
    expect(imported.find(({ userName }) => userName === logins[5])).toMatchObject({
      name: { familyName: 'Renamed', givenName: 'Person' },
      displayName: 'Person Renamed',
      locale: 'en-US',
      externalId: org.okta.person(logins[5] ?? '').id,
      emails: [{ value: logins[5], primary: true, type: 'work' }],
      active: true,
    });
  });

  it('writes nothing to Okta as long as no person has a passkey', async () => {
    await bothSidesAgree(0);
    expectCourtesy(0);
  });

  it('sets the attribute to true for 40 people who bind a passkey, and to false for 10 who lose it', async () => {
    const identities = await org.admin.identities(org.integrationId);
    const byLogin = new Map(identities.map((identity) => [identity.userName, identity.id]));
    const passkeys = await Promise.all(
      logins.slice(0, 40).map((login) => org.admin.recordPasskey(byLogin.get(login) ?? '')),
    );
    await bothSidesAgree(40);
    expectCourtesy(40);
    await Promise.all(passkeys.slice(0, 10).map(({ id }) => org.admin.revokePasskey(id)));
    await bothSidesAgree(30);
    expectCourtesy(50);
  });

  it('updates a person who is removed from the app and assigned again', async () => {
    const who = logins[20] ?? '';
    expect(await org.app.unassign([who])).toMatchObject({ failed: [] });
    await bothSidesAgree(29);
    expect((await identityOf(who)).status).toBe('SUSPENDED');
    expect(await org.app.reassign([who])).toMatchObject({ failed: [] });
    await bothSidesAgree(30);
    expectCourtesy(52);
  });

  it('does not write a person who was deprovisioned in Okta, and writes the value after their return', async () => {
    const who = logins[21] ?? '';
    const identity = await identityOf(who);
    org.okta.changeStatus(who, 'deactivate');
    await allPushed(org.app, 'unassign', [who]);
    await eventually(async () =>
      expect((await identityOf(who)).registration).toMatchObject({ state: 'SKIPPED', desired: false }),
    );
    org.okta.changeStatus(who, 'activate');
    await allPushed(org.app, 'reassign', [who]);
    await bothSidesAgree(30);
    await eventually(async () =>
      expect((await identityOf(who)).registration).toMatchObject({ state: 'IN_SYNC', confirmed: true }),
    );
    expect(org.okta.writes.to(identity.externalId).filter(({ changed }) => changed)).toHaveLength(1);
  });

  it('unlinks the group', async () => {
    await org.app.groups.unlink(GROUP);
    expect((await org.admin.groups(org.integrationId)).nodes).toEqual([]);
  });
});

/** The number of members in the body of a request, in any SCIM dialect. */
function membersIn(body: unknown): number {
  const { members, Operations } = (body ?? {}) as {
    members?: unknown[];
    Operations?: { path?: string; value?: unknown }[];
  };
  const patched =
    Operations?.map(({ path, value }) => (path === 'members' && Array.isArray(value) ? value.length : 0)) ?? [];
  return (members?.length ?? 0) + patched.reduce((sum, count) => sum + count, 0);
}
