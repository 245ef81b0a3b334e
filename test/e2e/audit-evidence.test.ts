import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { eventually, startServer, type TestServer } from '../support/index.js';
import { AdminApi } from './admin-api.js';
import { type CommandResult, runCtl } from './run-ctl.js';

const OTHER = 'Globex';

let server: TestServer;
let folder: string;
let file: string;
let posted: unknown[];
let webhook: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-heads-'));
  file = join(folder, 'heads');
  posted = [];
  webhook = createServer((request, response) => {
    void json(request).then((body) => {
      posted.push(body);
      response.writeHead(request.url === '/full' ? 507 : 204).end();
    });
  });
  await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
  server = await startServer({ AUDIT_RETENTION_DAYS: '0' });
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `mutation { createTenant(input: { name: "${OTHER}" }) { adminToken } }` }),
  });
  const { data } = (await answer.json()) as { data: { createTenant: { adminToken: string } } };
  for (const token of [server.adminToken, data.createTenant.adminToken])
    await new AdminApi(server.url, token).createIntegration('Okta');
});
afterAll(async () => {
  await server?.stop();
  webhook?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ctl = (...args: string[]): Promise<CommandResult> =>
  runCtl(['--url', server.url, '--token', server.adminToken, ...args]);
const hook = (path: string): string => `http://127.0.0.1:${(webhook.address() as AddressInfo).port}${path}`;

it('stores the heads of all tenants in a file and at a webhook, and verifies each against the file', async () => {
  await eventually(async () => {
    const { stdout } = await ctl('audit', 'verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ unsealed: 0, broken: null, tenants: [{}, { tenantName: OTHER }] });
  });
  const head = await ctl('audit', 'head', '--file', file, '--webhook', hook('/heads'));
  expect(head).toMatchObject({ code: 0, stdout: readFileSync(file, 'utf8') });
  expect(head.stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^\S+Z [0-9a-f-]{36} \d+:[0-9a-f]{64}$/),
    expect.stringMatching(/^\S+Z [0-9a-f-]{36} \d+:[0-9a-f]{64}$/),
  ]);
  expect(posted).toEqual([
    expect.objectContaining({
      type: 'audit.heads',
      heads: [{}, {}].map(() => expect.objectContaining({ unsealed: 0 })),
    }),
  ]);
  const verified = await ctl('audit', 'verify', '--expect-file', file);
  expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining(`${OTHER}: `)]);
});

it('fails when the heads cannot be stored, or the file contains no head', async () => {
  expect((await ctl('audit', 'head', '--webhook', hook('/full'))).code).toBe(1);
  expect((await ctl('audit', 'head', '--file', join(folder, 'no', 'folder'))).code).toBe(1);
  expect((await ctl('audit', 'verify', '--expect-file', join(folder, 'missing'))).code).toBe(1);
});

it('detects that everything before a forged anchor was deleted, with and without a stored head', async () => {
  const kept = JSON.parse((await ctl('audit', 'head', '--json')).stdout) as {
    tenantId: string;
    sequence: number;
    hash: string;
    events: number;
  }[];
  const [own, other] = kept;
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query('alter table audit_events disable trigger user');
  await client.query('alter table audit_seals disable trigger user');
  await client.query(
    `insert into audit_anchors (tenant_id, sequence, newest_at, events, hash)
     select distinct on (tenant_id) tenant_id, sequence, newest_at - interval '10 years', events, hash
     from audit_seals order by tenant_id, sequence desc`,
  );
  await client.query('delete from audit_events');
  await client.query('delete from audit_seals');
  await client.query('alter table audit_events enable trigger user');
  await client.query('alter table audit_seals enable trigger user');
  await client.end();

  const missing = (events = 0): string =>
    `BROKEN at seal 1: the seal is missing. ${events} event${events === 1 ? '' : 's'} missing.`;
  for (const expected of [[], ['--expect', `${own?.sequence}:${own?.hash}`], ['--expect-file', file]]) {
    const { code, stdout } = await ctl('audit', 'verify', ...expected);
    expect([code, stdout]).toEqual([1, expect.stringContaining(missing(own?.events))]);
    expect(stdout).toContain(`${OTHER}: ${missing(other?.events)}`);
  }
});
