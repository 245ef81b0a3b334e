import { eventually, startServer, type TestServer } from '../support/index.js';
import { allPushed, connectOrg, type ConnectedOrg } from './connected-org.js';

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

  it('writes the registration after its restart', async () => {
    const logins = org.okta.addPeople(5).map(({ profile }) => String(profile['login']));
    await allPushed(org.app, 'assign', logins);
    const identities = await org.admin.identities(org.integrationId);
    org.okta.pause();
    await Promise.all(identities.map(({ id }) => org.admin.recordPasskey(id)));
    await server.kill();
    org.okta.resume();
    expect(org.okta.trueSet()).toEqual([]);

    await server.restart();
    await eventually(() => expect(org.okta.trueSet()).toEqual([...logins].sort()));
    await eventually(async () => {
      const states = (await org.admin.identities(org.integrationId)).map(({ registration }) => registration?.state);
      expect(states).toEqual(logins.map(() => 'IN_SYNC'));
    });
    expect(org.okta.writes.all.filter(({ changed }) => changed)).toHaveLength(logins.length);
  });
});
