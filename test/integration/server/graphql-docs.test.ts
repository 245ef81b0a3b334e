import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT_TOKEN, type ServerApp, startServerApp } from './server-app.js';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/graphql.md'), 'utf8');
const PEOPLE = ['ada@acme.example', 'bert@acme.example', 'clara@acme.example'];

/** A replacement for curl on machines without it. It supports the options that the guide uses. */
const CURL = `#!/usr/bin/env node
const { values, positionals } = require('node:util').parseArgs({ allowPositionals: true, options: {
  silent: { type: 'boolean' }, 'fail-with-body': { type: 'boolean' },
  H: { type: 'string', short: 'H', multiple: true }, d: { type: 'string', short: 'd' } } });
fetch(positionals[0], { method: 'POST', body: values.d, headers: values.H.map((line) => line.split(/: /)) })
  .then(async (response) => { console.log(await response.text()); process.exit(response.ok ? 0 : 22); });
`;

let server: ServerApp;
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  server = await startServerApp({ WORKER: 'on' });
  await server.app.listen(0, '127.0.0.1');
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  folder = mkdtempSync(join(tmpdir(), 'rollcall-examples-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/curl'), CURL);
  chmodSync(join(folder, 'bin/curl'), 0o755);
  environment = {
    PATH: `${process.env['PATH']}:${join(folder, 'bin')}`,
    ROLLCALL_URL: `http://127.0.0.1:${port}`,
    ADMIN_TOKEN: ROOT_TOKEN,
  };
  for (const [, name, text] of GUIDE.matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```/g))
    writeFileSync(join(folder, name!), text!);
  await push(PEOPLE);
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const shell = [...GUIDE.matchAll(/```sh\n(curl [^]*?)```/g)].map(([, command]) => command!);

it.each(shell)('curl: %s', async (command) => {
  const answer = JSON.parse(await run('bash', ['-c', command])) as { data?: object; errors?: object };
  expect(answer).toEqual({ data: expect.any(Object) });
});

it.each<[string, string | RegExp]>([
  ['people.ts', PEOPLE.map((userName) => `${userName} UNENROLLED\n`).join('')],
  ['changes.ts', `${PEOPLE.join('\n')}\n`],
  ['node.ts', /^IDENTITY_CREATED by .*userName: 'clara@acme\.example'/s],
  ['enroll.ts', 'SUCCEEDED 3 links\nCONFLICT\n'],
])('TypeScript: %s', async (file, printed) => {
  const output = await run(process.execPath, [join(folder, file)]);
  if (typeof printed === 'string') expect(output).toBe(printed);
  else expect(output).toMatch(printed);
});

it('the tests run every example', () => {
  const named = [...GUIDE.matchAll(/```ts\n(?:\/\/ (\S+))?/g)].map(([, name]) => name);
  expect(named).toEqual(['rollcall.ts', 'people.ts', 'changes.ts', 'node.ts', 'enroll.ts']);
  expect(shell.length).toBe(2);
});

async function push(userNames: readonly string[]): Promise<void> {
  const ask = async <T>(query: string, variables: object) =>
    (await server.graphql({ query, variables })).json<{ data: T }>().data;
  const { made } = await ask<{ made: { id: string } }>(
    'mutation { made: createDirectoryIntegration(input: { name: "Acme Okta", provider: OKTA }) { id } }',
    {},
  );
  const { key } = await ask<{ key: { token: string } }>(
    'mutation ($id: ID!) { key: generateBearerToken(input: { integrationId: $id }) { token } }',
    { id: made.id },
  );
  for (const userName of userNames) {
    const answer = await server.inject({
      method: 'POST',
      url: `/scim/v2/${made.id}/Users`,
      headers: { authorization: `Bearer ${key.token}`, 'content-type': 'application/scim+json' },
      payload: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName }),
    });
    expect(answer.statusCode).toBe(201);
  }
}

/** Runs a command that must end with code 0. @returns its stdout */
async function run(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise((ended) => child.once('close', ended));
  expect([code, err]).toEqual([0, '']);
  return out;
}
