// Runs a SCIM test suite against the built server: node scripts/ci-conformance.mjs <suite.mjs>. The suite gets BASE_URL
// and AUTH in its environment. They belong to an integration and a bearer token that this script creates through the
// admin API. Exits with the suite's exit code.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot, root } from './bootstrap/paths.mjs';
import { makeReady } from './bootstrap/ready.mjs';
import { node24 } from './bootstrap/runtime.mjs';

const READY_WITHIN_MS = 120_000;

const [suite] = process.argv.slice(2);
if (!suite) {
  console.error('usage: node scripts/ci-conformance.mjs <suite.mjs>');
  process.exit(64);
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

const exitOf = (child) => new Promise((done) => child.once('exit', (code, signal) => done(signal ? 1 : code)));

await makeReady(['server']).catch((error) => {
  console.error(error.expected ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const adminToken = randomBytes(24).toString('hex');
const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-conformance-'));
// The embedded database may run as another user, who must be able to enter the folder.
chmodSync(dataDir, 0o711);

const preload = new URL('./bootstrap/end-with-parent.mjs', import.meta.url).href;
const server = spawn(node24(), ['--enable-source-maps', '--import', preload, inRoot('dist/apps/server/src/main.js')], {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    ADMIN_TOKEN: adminToken,
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
});
const stopped = exitOf(server);

async function ready() {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(100)) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('the server did not become ready');
}

async function graphql(query, variables) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

try {
  await ready();
  const { createDirectoryIntegration: integration } = await graphql(
    'mutation ($input: CreateDirectoryIntegrationInput!) { createDirectoryIntegration(input: $input) { id scimUrl } }',
    { input: { name: 'Conformance', provider: 'OKTA' } },
  );
  const { generateBearerToken: bearer } = await graphql(
    'mutation ($input: GenerateBearerTokenInput!) { generateBearerToken(input: $input) { token } }',
    { input: { integrationId: integration.id } },
  );
  const run = spawn(node24(), [resolve(suite)], {
    env: { ...process.env, BASE_URL: integration.scimUrl, AUTH: `Bearer ${bearer.token}` },
    stdio: 'inherit',
  });
  process.exitCode = await exitOf(run);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  server.kill('SIGTERM');
  await stopped;
  rmSync(dataDir, { recursive: true, force: true });
}
