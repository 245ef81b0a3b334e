import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { createDatabase, eventually, startServer, type TestServer } from '../support/index.js';
import { allPushed, connectOrg, type ConnectedOrg } from './connected-org.js';
import { type CommandResult, runCtl } from './run-ctl.js';

const NAME = 'Acme Okta';
const PEOPLE = 60;
const REGISTERED = 50;
/** One test records a passkey for one more person. */
const WITHOUT_PASSKEY = PEOPLE - REGISTERED - 1;

describe('the on-call command line', () => {
  let server: TestServer;
  let org: ConnectedOrg;

  beforeAll(async () => {
    server = await startServer();
    org = await connectOrg(server, NAME, { dialect: 'catalog', profileUpdates: 'PATCH' });
    const logins = org.okta.addPeople(PEOPLE).map(({ profile }) => String(profile['login']));
    await allPushed(org.app, 'assign', logins);
    const identities = await org.admin.identities(org.integrationId);
    await Promise.all(identities.slice(0, REGISTERED).map(({ id }) => org.admin.recordPasskey(id)));
    await eventually(() => expect(org.okta.trueSet()).toHaveLength(REGISTERED));
  });
  afterAll(async () => {
    await org?.okta.stop();
    await server?.stop();
  });

  const ctl = (...args: string[]): Promise<CommandResult> =>
    runCtl(['--url', server.url, '--token', server.adminToken, ...args]);

  /** With --json, stdout must contain a single JSON value, even if notes are printed too. */
  const ask = async (...args: string[]): Promise<{ code: number; answer: never }> => {
    const { code, stdout } = await ctl(...args, '--json');
    return { code, answer: JSON.parse(stdout) as never };
  };

  it('lists integrations, and finds one by its name in any letter case', async () => {
    const { code, answer } = await ask('integrations');
    expect([code, answer]).toEqual([0, [expect.objectContaining({ name: NAME, identityCount: PEOPLE })]]);
    expect(await ctl('runs', 'ACME okta')).toEqual({ code: 0, stdout: `${NAME} was never reconciled.\n`, stderr: '' });
  });

  it('prints no characters of a request that control a terminal', async () => {
    await fetch(`${org.scimUrl}/Users/%1B%5B2J%C2%9B31m?x=%1B%5D0;title%07`, {
      headers: { authorization: `Bearer ${org.scimToken}` },
    });
    const printed = await eventually(async () => {
      const { stdout } = await ctl('requests', NAME, '--status', '404');
      expect(stdout).toContain('/Users/%1B%5B2J');
      return stdout;
    });
    // oxlint-disable-next-line no-control-regex -- the pattern is for control characters
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(printed).toContain('\\u001b[2J');
  });

  it('prints a refusal in one line, with exit code 1', async () => {
    expect(await ctl('sync', 'status', 'Nobody')).toEqual({
      code: 1,
      stdout: '',
      stderr: `rollcall: No integration is called Nobody (there are: ${NAME}).\n`,
    });
    expect(await runCtl(['--url', server.url, '--token', 'wrong', 'integrations'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'rollcall: The admin token is unknown, expired or revoked. Give another with --token or ADMIN_TOKEN.\n',
    });
    const nobody = await runCtl(['--url', 'http://localhost:9', '--token', 'any', 'integrations']);
    expect([nobody.code, nobody.stderr.split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^rollcall: No server answers at/), ''],
    ]);
    const broken = await runCtl(['integrations'], { PORT: 'a hundred' });
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringMatching(/^rollcall: PORT [^\n]+\n$/)]);
    const ratio = await ctl('reconcile', NAME, '--max-change-ratio', 'much');
    expect([ratio.code, ratio.stderr]).toEqual([
      64,
      expect.stringMatching(/^rollcall: option [^\n]+argument 'much' is invalid[^\n]+--help[^\n]+\n$/),
    ]);
    const unknown = await ctl('reconcil', NAME);
    expect([unknown.code, unknown.stderr]).toEqual([64, expect.stringMatching(/^rollcall: unknown command [^\n]+\n$/)]);
  });

  it('prints a refusal as JSON with --json, and exits with 64 for an invalid command line', async () => {
    expect(await ask('sync', 'status', 'Nobody')).toEqual({
      code: 1,
      answer: { error: { code: 'NOT_FOUND', message: `No integration is called Nobody (there are: ${NAME}).` } },
    });
    const wrong = await ask('sync', 'statis', NAME);
    expect(wrong).toEqual({
      code: 64,
      answer: { error: { code: 'USAGE', message: expect.stringContaining("unknown command 'statis'") } },
    });
  });

  it('prints its version', async () => {
    expect(await runCtl(['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });

  it('verifies the audit chain, also against a head stored elsewhere, and reports a different head', async () => {
    const head = await eventually(async () => {
      const { code, answer } = await ask('audit', 'verify');
      expect([code, answer]).toEqual([0, expect.objectContaining({ unsealed: 0, done: true, broken: null })]);
      return answer as { verified: number; sequence: number; hash: string };
    });
    expect(head.verified).toBeGreaterThan(PEOPLE);
    const kept = await ctl('audit', 'verify', '--expect', `${head.sequence}:${head.hash}`);
    expect([kept.code, kept.stdout]).toEqual([0, expect.stringContaining('as sealed')]);
    const forged = await ctl('audit', 'verify', '--expect', `${head.sequence}:${'0'.repeat(64)}`);
    expect([forged.code, forged.stdout]).toEqual([1, expect.stringMatching(/^BROKEN at seal \d+: /)]);
  });

  it('shows the help of a command with an example', async () => {
    const { code, stdout } = await runCtl(['sync', 'cap', '--help']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Example: rollcall ')]);
  });

  it('checks the integration, and fails if a check fails', async () => {
    const healthy = await ctl('doctor', NAME);
    expect([healthy.code, healthy.stdout]).toEqual([0, expect.stringMatching(/OK +okta-credentials/)]);
    org.okta.removeAttribute();
    const ill = await ctl('doctor', NAME);
    org.okta.addAttribute();
    expect([ill.code, ill.stdout]).toEqual([1, expect.stringMatching(/FAIL +okta-attribute/)]);
    expect(org.okta.trueSet()).toEqual([]);
  });

  it('exits with 2 for drift, with 3 if the safety cap refuses the repair, and with 0 after the repair', async () => {
    const looked = await ctl('reconcile', NAME);
    expect([looked.code, looked.stdout]).toEqual([2, expect.stringContaining(`${REGISTERED} drifted`)]);
    expect(org.okta.trueSet()).toEqual([]);
    const refused = await ctl('reconcile', NAME, '--apply');
    expect([refused.code, refused.stdout]).toEqual([
      3,
      expect.stringMatching(/Refused: more than 10 people[^]+--max-change-ratio/),
    ]);
    expect(org.okta.trueSet()).toEqual([]);
    const applied = await ask('reconcile', NAME, '--apply', '--max-change-ratio', '1');
    expect(applied).toMatchObject({ code: 0, answer: { status: 'SUCCEEDED', repaired: REGISTERED, failed: 0 } });
    expect(org.okta.trueSet()).toHaveLength(REGISTERED);
    expect((await ctl('reconcile', NAME)).code).toBe(0);
    expect((await ask('runs', NAME)).answer).toHaveLength(4);
  });

  it('pauses the write-back with an author and a reason, keeps due writes, and resumes', async () => {
    const paused = await ctl('sync', 'pause', NAME, '--reason', 'Okta is being migrated');
    expect([paused.code, paused.stdout]).toEqual([
      0,
      expect.stringMatching(/Paused by \S+@\S+: Okta is being migrated/),
    ]);
    const [, , late] = (await org.admin.identities(org.integrationId)).filter(
      ({ enrollmentStatus }) => enrollmentStatus !== 'ENROLLED',
    );
    await org.admin.recordPasskey(late?.id ?? '');
    const status = await ctl('sync', 'status', NAME);
    expect([status.code, status.stdout]).toEqual([
      1,
      expect.stringMatching(/PAUSED .*: by \S+@\S+: Okta is being migrated\n[^]*pending +1\n/),
    ]);
    expect((await ctl('sync', 'resume', NAME)).code).toBe(0);
    await eventually(() => expect(org.okta.trueSet()).toHaveLength(REGISTERED + 1));
    expect((await ctl('sync', 'status', NAME)).code).toBe(0);
  });

  it('retries parked people', async () => {
    expect(await ask('sync', 'retry', NAME)).toEqual({ code: 0, answer: { retried: 0 } });
    const [login = ''] = org.okta.trueSet();
    expect(await ask('sync', 'retry', NAME, '--person', login.toUpperCase())).toEqual({
      code: 0,
      answer: { retried: 0 },
    });
    expect((await ask('sync', 'retry', NAME, '--person', 'nobody@rollcall.example')).answer).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  it('shows a person with their state, passkeys and history', async () => {
    const [login = ''] = org.okta.trueSet();
    expect((await ask('person', login)).answer).toEqual([
      expect.objectContaining({
        userName: login,
        integration: NAME,
        registration: expect.objectContaining({ state: 'IN_SYNC' }),
      }),
    ]);
    const { code, stdout } = await ctl('person', login);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/ at Acme Okta: active\n[^]*IN_SYNC: should be true, is true/),
    ]);
  });

  it("makes an enrollment link for a person, and prints the URL of the person's page", async () => {
    const unregistered = await org.admin.identities(org.integrationId);
    const { id, userName } = unregistered.find(({ enrollmentStatus }) => enrollmentStatus === 'UNENROLLED')!;
    const [person] = (await ask('person', userName, '--enroll')).answer as { enrollment: { url: string } }[];
    expect((await fetch(person?.enrollment.url ?? '')).status).toBe(200);
    expect((await ctl('person', userName)).stdout).toMatch(
      new RegExp(`open link +by [^]*console +http://[^ ]+/directory/identities/${id}\n`),
    );
  });

  it('makes enrollment links for many people, in a file that only its owner can read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rollcall-links-'));
    try {
      const file = join(folder, 'links.csv');
      const made = await ask('enroll', 'start', NAME, '--renew', '--links', file);
      expect(made).toMatchObject({ code: 0, answer: { status: 'SUCCEEDED', created: WITHOUT_PASSKEY, file } });
      const lines = (await readFile(file, 'utf8')).trim().split('\r\n');
      expect([lines[0], lines.length]).toEqual(['user_name,display_name,email,link,expires_at', WITHOUT_PASSKEY + 1]);
      expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
      const [, , , url = ''] = lines[1]!.split(',');
      expect((await fetch(url)).status).toBe(200);

      expect(await ctl('enroll', 'start', NAME, '--links', file)).toEqual({
        code: 1,
        stdout: '',
        stderr: `rollcall: ${file} cannot be written: it exists already.\n`,
      });
      const [{ id }] = (await ask('enroll', 'list', NAME)).answer as [{ id: string }];
      const again = join(folder, 'again.csv');
      expect(await ask('enroll', 'links', id, again)).toMatchObject({ code: 0, answer: { written: WITHOUT_PASSKEY } });
      expect((await ctl('enroll', 'discard', id)).code).toBe(0);
      const late = await ctl('enroll', 'links', id, join(folder, 'late.csv'));
      expect([late.code, late.stderr]).toEqual([1, expect.stringContaining('can no longer be fetched')]);
      expect(await readdir(folder)).toEqual(['again.csv', 'links.csv']);
      const unknown = await ctl('enroll', 'start', NAME, '--group', 'Nobody');
      expect([unknown.code, unknown.stderr]).toEqual([1, 'rollcall: No group is called Nobody.\n']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('creates a second credential while the first one is valid, and revokes the first', async () => {
    const rotated = await ask('credentials', 'rotate', NAME);
    const { token, older } = rotated.answer as { token: string; older: string[] };
    expect([rotated.code, older.length]).toEqual([0, 1]);
    const statusOf = async (bearer: string) =>
      (await fetch(`${org.scimUrl}/Users?count=1`, { headers: { authorization: `Bearer ${bearer}` } })).status;
    expect(await statusOf(token)).toBe(200);
    await org.app.testCredentials();
    expect((await ctl('credentials', 'revoke', older[0] ?? '')).code).toBe(0);
    await expect(org.app.testCredentials()).rejects.toThrow();
    const listed = (await ctl('credentials', 'list', NAME)).stdout;
    expect([listed.match(/alive/g)?.length, listed.match(/revoked/g)?.length]).toEqual([1, 1]);
  });

  it('records who ran the command', async () => {
    const { answer } = await ask('audit', '--integration', NAME, '--action', 'registration_sync.paused');
    expect(answer).toEqual([expect.objectContaining({ actorType: 'CLI', actorName: expect.stringMatching(/@/) })]);
  });

  describe('with no server', () => {
    let keys: string;
    let env: Record<string, string>;

    beforeAll(async () => {
      keys = `new:${Buffer.from([...Array(32).keys()]).toString('base64')},${server.encryptionKeys}`;
      env = {
        DATABASE_URL: server.databaseUrl,
        ENCRYPTION_KEYS: keys,
        ADMIN_TOKEN: server.adminToken,
        PORT: '9',
        OKTA_ALLOWED_HOSTS: '127.0.0.1:*',
      };
      await server.kill();
    });

    const offline = (...args: string[]) => runCtl(args, env);

    it('reads from the database', async () => {
      const { code, stdout, stderr } = await offline('sync', 'status', NAME, '--json');
      expect([code, stderr, JSON.parse(stdout)]).toEqual([
        0,
        '',
        expect.objectContaining({ registeredCount: REGISTERED + 1 }),
      ]);
      expect((await offline('doctor', NAME)).code).toBe(0);
      expect((await offline('integrations')).stdout).toContain(NAME);
    });

    it('writes nothing to Okta unless asked to', async () => {
      const [one] = await lost(org.okta, 1);
      const before = org.okta.writes.all.length;
      expect((await offline('reconcile', NAME)).code).toBe(2);
      expect((await offline('sync', 'retry', NAME)).code).toBe(0);
      expect(org.okta.writes.all).toHaveLength(before);
      expect((await offline('reconcile', NAME, '--apply')).code).toBe(0);
      expect(org.okta.trueSet()).toContain(one);
      expect((await offline('reconcile', NAME)).code).toBe(0);
    });

    it('makes enrollment links without a worker', async () => {
      const { code, stdout } = await offline('enroll', 'start', NAME, '--json');
      expect([code, JSON.parse(stdout)]).toEqual([
        0,
        expect.objectContaining({ status: 'SUCCEEDED', created: 0, kept: WITHOUT_PASSKEY }),
      ]);
    });

    it('encrypts stored secrets with the new key, so that the old key can be removed', async () => {
      expect((await offline('keys', 'rotate')).stdout).toMatch(/^1 secret resealed/);
      env = { ...env, ENCRYPTION_KEYS: keys.split(',')[0] ?? '' };
      expect((await offline('doctor', NAME)).code).toBe(0);
      expect((await offline('keys', 'rotate', '--json')).stdout).toContain('"resealed": 0');
    });

    it('migrates the schema, and has nothing to do the second time', async () => {
      const empty = await createDatabase('template0');
      try {
        const onEmpty = { ...env, DATABASE_URL: empty.url };
        const first = await runCtl(['migrate', '--json'], onEmpty);
        expect(JSON.parse(first.stdout)).toEqual({ migrations: expect.arrayContaining(['Initial1795000000000']) });
        expect(await runCtl(['migrate'], onEmpty)).toEqual({
          code: 0,
          stdout: 'The schema is up to date.\n',
          stderr: '',
        });
        expect(await runCtl(['keys', 'forget', 'old'], onEmpty)).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(/^Key old is marked/),
        });
      } finally {
        await empty.drop();
      }
    });

    it('says what is wrong with the database in one line', async () => {
      const { code, stdout, stderr } = await runCtl(['integrations'], {
        ...env,
        DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      });
      expect([code, stdout, stderr]).toEqual([
        1,
        '',
        expect.stringMatching(/^rollcall: The database cannot be used: [^\n]+\n$/),
      ]);
    });
  });
});

/** Sets attributes to false directly in Okta. @returns the logins of these people */
async function lost(okta: OktaSimulator, count: number): Promise<string[]> {
  const logins = okta.trueSet().slice(0, count);
  for (const login of logins) okta.setProfile(login, { byndidRegistered: false });
  return logins;
}
