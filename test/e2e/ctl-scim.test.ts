import { eventually, startServer, type TestServer } from '../support/index.js';
import { AdminApi } from './admin-api.js';
import { type CommandResult, runCtl } from './run-ctl.js';
import { EXTENSION, ScimSide } from './scim-side.js';

const NAME = 'Partner';
const PEOPLE = 12;

describe('the on-call command line at an integration that writes to a SCIM server', () => {
  let server: TestServer;
  let remote: TestServer;
  let here: ScimSide;
  let there: ScimSide;
  /** The ids of the people at the SCIM server, in the order of the people. */
  let theirs: string[];
  let late: string;
  let offline: Record<string, string>;
  const said: string[] = [];

  beforeAll(async () => {
    [server, remote] = await Promise.all([startServer(), startServer()]);
    there = await ScimSide.withAttribute(remote.url, new AdminApi(remote.url, remote.adminToken));
    const admin = new AdminApi(server.url, server.adminToken);
    const { id } = await admin.createIntegration(NAME, 'GENERIC_SCIM');
    here = ScimSide.of(server.url, id, (await admin.generateBearerToken(id)).token);
    const names = Array.from({ length: PEOPLE }, (_, index) => `p${index}@example.com`);
    theirs = await Promise.all(names.map((name) => there.addUser(name)));
    const ours = await Promise.all(names.map((name) => here.addUser(name)));
    await admin.configureScimRegistration(id, { baseUrl: there.baseUrl, extension: EXTENSION }, there.token);
    late = ours.pop() ?? '';
    await Promise.all(ours.map((identityId) => admin.recordPasskey(identityId)));
    await eventually(async () => {
      expect(await Promise.all(theirs.map((user) => there.flag(user)))).toEqual([...ours.map(() => true), undefined]);
    });
    offline = {
      DATABASE_URL: server.databaseUrl,
      ENCRYPTION_KEYS: server.encryptionKeys,
      ADMIN_TOKEN: server.adminToken,
      PORT: '9',
      OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
    };
  });
  afterAll(async () => {
    await server?.stop();
    await remote?.stop();
  });

  const told = async (result: Promise<CommandResult>): Promise<CommandResult> => {
    const { stdout, stderr } = await result;
    said.push(stdout, stderr);
    return result;
  };
  const ctl = (...args: string[]) => told(runCtl(['--url', server.url, '--token', server.adminToken, ...args]));
  const direct = (...args: string[]) => told(runCtl(args, offline));
  const flag = (index: number) => there.flag(theirs[index] ?? '');

  it('lists the integration, checks it and shows its state', async () => {
    const listed = await ctl('integrations');
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringMatching(/Partner .* GENERIC_SCIM +12 .* on\n/)]);
    const examined = await ctl('doctor', NAME);
    expect([examined.code, examined.stdout]).toEqual([0, expect.stringMatching(/OK +target-attribute/)]);
    const status = await ctl('sync', 'status', NAME);
    expect([status.code, status.stdout]).toEqual([
      0,
      expect.stringMatching(/SCIM server .*bearer token\n +registered +11\n/),
    ]);
  });

  it('pauses the write-back, keeps due writes, and resumes', async () => {
    const paused = await ctl('sync', 'pause', NAME, '--reason', 'their server is being moved');
    expect([paused.code, paused.stdout]).toEqual([0, expect.stringContaining('their server is being moved')]);
    await new AdminApi(server.url, server.adminToken).recordPasskey(late);
    const status = await ctl('sync', 'status', NAME);
    expect([status.code, status.stdout]).toEqual([1, expect.stringMatching(/PAUSED[^]*pending +1\n/)]);
    expect((await ctl('doctor', NAME)).code).toBe(1);
    expect(await flag(PEOPLE - 1)).toBeUndefined();
    expect((await ctl('sync', 'resume', NAME)).code).toBe(0);
    await eventually(async () => expect(await flag(PEOPLE - 1)).toBe(true));
  });

  it('exits with 2 for drift, with 3 if the safety cap refuses the repair, and with 0 after the repair', async () => {
    await there.setFlag(theirs[0] ?? '', false);
    const looked = await ctl('reconcile', NAME);
    expect([looked.code, looked.stdout]).toEqual([2, expect.stringMatching(/SCIM USER[^]*SET_TRUE +p0@example.com/)]);
    expect(await flag(0)).toBe(false);
    expect(await ctl('reconcile', NAME, '--apply')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 repaired') as string,
    });
    expect(await flag(0)).toBe(true);
    expect((await ctl('reconcile', NAME)).code).toBe(0);
    await Promise.all(theirs.map((user) => there.setFlag(user, false)));
    expect(await ctl('reconcile', NAME, '--apply')).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('Refused') as string,
    });
    expect((await ctl('reconcile', NAME, '--apply', '--max-change-ratio', '1')).code).toBe(0);
    expect(await flag(PEOPLE - 1)).toBe(true);
    expect((await ctl('runs', NAME)).stdout.match(/SUCCEEDED/g)).toHaveLength(4);
  });

  it('lists the people that the server does not know, and writes them once it does', async () => {
    const admin = new AdminApi(server.url, server.adminToken);
    await admin.recordPasskey(await here.addUser('new@example.com'));
    await eventually(async () => {
      const { code, stdout } = await ctl('sync', 'status', NAME);
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/Not found in the SCIM server:\n {2}new@example.com: /),
      ]);
    });
    const added = await there.addUser('new@example.com');
    expect(await ctl('sync', 'retry', NAME)).toMatchObject({ code: 0, stdout: `${NAME}: 1 registration due again.\n` });
    await eventually(async () => expect(await there.flag(added)).toBe(true));
    expect((await ctl('sync', 'retry', NAME)).stdout).toContain('nothing was parked');
  });

  it("shows the requests of the integration's SCIM client and their answers", async () => {
    await expect(ScimSide.of(server.url, here.integrationId, 'wrong').addUser('x@example.com')).rejects.toThrow('401');
    await eventually(async () => {
      const { code, stdout } = await ctl('requests', NAME, '--status', '401');
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^AT .*\n\S+ +401 +\d+ +POST \/Users +\S.*\n$/)]);
    });
    // A request with a token that does not exist is not counted as an error of the SCIM client.
    expect((await ctl('doctor', NAME)).stdout).toMatch(/OK +scim-requests /);
    expect((await ctl('requests', NAME, '--status', '201')).stdout.match(/POST \/Users/g)).toHaveLength(PEOPLE + 1);
  });

  it('rotates the credential, with a text for SCIM clients', async () => {
    const rotated = await ctl('credentials', 'rotate', NAME);
    expect([rotated.code, rotated.stdout]).toEqual([0, expect.stringContaining('the SCIM client of your directory')]);
    expect((await ctl('credentials', 'list', NAME)).stdout.match(/alive/g)).toHaveLength(2);
  });

  describe('with no server', () => {
    beforeAll(() => server.kill());

    it('shows the same data from the database', async () => {
      expect((await direct('integrations')).stdout).toContain(NAME);
      expect((await direct('doctor', NAME)).code).toBe(0);
      expect((await direct('requests', NAME, '--status', '401')).stdout).toContain('POST /Users');
    });

    it('pauses and resumes', async () => {
      expect((await direct('sync', 'pause', NAME, '--reason', 'drill')).code).toBe(0);
      expect((await direct('sync', 'status', NAME)).code).toBe(1);
      expect((await direct('sync', 'resume', NAME)).code).toBe(0);
      expect((await direct('sync', 'retry', NAME)).code).toBe(0);
    });

    it('finds drift and repairs it', async () => {
      await there.setFlag(theirs[1] ?? '', false);
      expect((await direct('reconcile', NAME)).code).toBe(2);
      expect(await flag(1)).toBe(false);
      expect((await direct('reconcile', NAME, '--apply')).code).toBe(0);
      expect(await flag(1)).toBe(true);
      expect((await direct('runs', NAME)).stdout.match(/SUCCEEDED/g)).toHaveLength(6);
    });
  });

  it('never mentions Okta', () => {
    expect(said.filter((text) => /okta/i.test(text))).toEqual([]);
    expect(said.length).toBeGreaterThan(40);
  });
});
