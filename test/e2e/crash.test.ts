import { eventually, startServer, type TestServer } from '../support/index.js';
import { allPushed, connectOrg, type ConnectedOrg } from './connected-org.js';

jest.setTimeout(150_000);

/** The killed worker had claimed some rows; no other worker takes them before its lease is over. */
const LEASE_EXPIRES_WITHIN_MS = 60_000;
/** Until then what the killed worker had sent may be carried out, and no row is shown as IN_SYNC. */
const CERTAIN = { timeoutMs: 60_000 };

describe('a server killed between a bind and its write', () => {
  let server: TestServer;
  let org: ConnectedOrg;

  beforeAll(async () => {
    server = await startServer();
    org = await connectOrg(server, 'Okta', { dialect: 'catalog' });
  });
  afterAll(async () => {
    await org?.okta.stop();
    await server?.stop();
  });

  it('writes after its restart what was bound before', async () => {
    const logins = org.okta.addPeople(5).map(({ profile }) => String(profile['login']));
    await allPushed(org.app.assign(logins));
    const identities = await org.admin.identities(org.integrationId);
    org.okta.pause();
    await Promise.all(identities.map(({ id }) => org.admin.recordPasskey(id)));
    await server.kill();
    org.okta.resume();
    expect(org.okta.trueSet()).toEqual([]);

    await server.restart();
    await eventually(() => expect(org.okta.trueSet()).toEqual([...logins].sort()), {
      timeoutMs: LEASE_EXPIRES_WITHIN_MS,
    });
    await eventually(async () => {
      const states = (await org.admin.identities(org.integrationId)).map(({ registration }) => registration?.state);
      expect(states).toEqual(logins.map(() => 'IN_SYNC'));
    }, CERTAIN);
    expect(org.okta.writes.all.filter(({ changed }) => changed)).toHaveLength(logins.length);
  });
});
