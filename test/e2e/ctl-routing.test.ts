import { startServer, type TestServer } from '../support/index.js';
import { connectOrg, type ConnectedOrg } from './connected-org.js';
import { type CommandResult, runCtl } from './run-ctl.js';

const NAME = 'Acme Okta';

describe('rollcall routing and explain', () => {
  let server: TestServer;
  let org: ConnectedOrg;

  beforeAll(async () => {
    server = await startServer();
    org = await connectOrg(server, NAME, { dialect: 'catalog', profileUpdates: 'PATCH' });
    const ask = (query: string) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${server.adminToken}` },
        body: JSON.stringify({ query, variables: { id: org.integrationId } }),
      });
    await ask('mutation ($id: ID!) { enableSignIn(input: { integrationId: $id }) { clientSecret } }');
    await ask('mutation ($id: ID!) { createOktaIdentityProvider(integrationId: $id) { enabled } }');
    org.okta.addPerson('ada@acme.example', { profile: { byndidRegistered: true } });
  });
  afterAll(async () => {
    await org?.okta.stop();
    await server?.stop();
  });

  const ctl = (...args: string[]): Promise<CommandResult> =>
    runCtl(['--url', server.url, '--token', server.adminToken, ...args]);
  const rule = () => org.okta.org.routing.all[0];

  it('refuses to switch without a confirmation', async () => {
    const { code, stderr } = await ctl('routing', 'on', NAME);
    expect([code, stderr, rule()?.status]).toEqual([1, expect.stringContaining('--yes'), 'INACTIVE']);
  });

  it('switches the rule and shows the state, as text and as JSON', async () => {
    expect(await ctl('routing', 'on', NAME, '--yes')).toMatchObject({ code: 0, stdout: `${NAME}: routing is on.\n` });
    expect(rule()?.status).toBe('ACTIVE');
    const status = await ctl('routing', 'status', NAME, '--json');
    expect([status.code, JSON.parse(status.stdout)]).toEqual([
      0,
      expect.objectContaining({ name: NAME, signIn: expect.objectContaining({ enabled: true }) }),
    ]);
    expect(await ctl('routing', 'off', NAME, '--yes')).toMatchObject({ code: 0, stdout: `${NAME}: routing is off.\n` });
    expect(rule()?.status).toBe('INACTIVE');
  });

  it('exits with 1 when a check of sign-in fails', async () => {
    const [idp] = org.okta.org.idps.all;
    org.okta.org.idps.update(idp!.id, { status: 'INACTIVE' });
    const { code, stdout } = await ctl('routing', 'status', NAME);
    org.okta.org.idps.update(idp!.id, { status: 'ACTIVE' });
    expect([code, stdout]).toEqual([1, expect.stringMatching(/FAIL +sign-in-provider/)]);
  });

  it('explains where Okta sends a user, and fails if the user cannot sign in there', async () => {
    await ctl('routing', 'on', NAME, '--yes');
    const ada = await ctl('explain', NAME, 'ada@acme.example');
    expect([ada.code, ada.stdout]).toEqual([1, expect.stringContaining('and cannot sign in there')]);
    const nobody = await ctl('explain', NAME, 'none@acme.example', '--json');
    expect([nobody.code, JSON.parse(nobody.stdout)]).toEqual([0, expect.objectContaining({ destination: 'OKTA' })]);
  });

  describe('without a server and database', () => {
    const alone = (args: string[], env: Record<string, string> = {}) =>
      runCtl(['routing', 'off', ...args], {
        OKTA_API_TOKEN: org.okta.apiToken,
        OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
        DATABASE_URL: 'postgres://127.0.0.1:9/none',
        ...env,
      });

    it('deactivates the rules of the org that have a condition on the attribute', async () => {
      await ctl('routing', 'on', NAME, '--yes');
      const { code, stdout, stderr } = await alone(['--okta-domain', org.okta.domain, '--yes', '--json']);
      expect([code, stderr, JSON.parse(stdout)]).toEqual([
        0,
        '',
        { oktaDomain: org.okta.domain, deactivated: [{ id: rule()?.id, name: rule()?.name }] },
      ]);
      expect(rule()?.status).toBe('INACTIVE');
    });

    it('sends no token to a host that is not allowed, and refuses to run without a token', async () => {
      for (const domain of ['169.254.169.254', 'localhost:1', 'okta.com.attacker.example', 'http://10.0.0.1']) {
        const { code, stderr } = await alone(['--okta-domain', domain, '--yes'], { OKTA_ALLOWED_HOSTS: '' });
        expect([code, stderr]).toEqual([1, expect.stringMatching(/private address|not a public Okta domain/)]);
      }
      const { code, stderr } = await alone(['--okta-domain', org.okta.domain, '--yes'], { OKTA_API_TOKEN: '' });
      expect([code, stderr]).toEqual([1, expect.stringContaining('OKTA_API_TOKEN')]);
    });

    it('needs either an integration or a domain', async () => {
      expect((await alone([])).code).toBe(1);
      expect((await alone([NAME, '--okta-domain', org.okta.domain])).code).toBe(1);
    });
  });
});
