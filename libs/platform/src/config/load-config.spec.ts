import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWarnings, loadConfig } from './load-config.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rollcall-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const key = Buffer.from([...Array(32).keys()]).toString('base64');

test('the defaults are the documented ones', () => {
  const config = loadConfig({ DATA_DIR: dataDir });
  expect(config).toMatchObject({
    port: 3000,
    host: 'localhost',
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    worker: true,
    oktaAllowedHosts: [],
    oktaRateShare: 0.5,
    reconcileCron: '0 3 * * *',
    logLevel: 'info',
    graphqlIntrospection: true,
    trustedProxies: [],
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('generated secrets are stored for the next start, readable by their owner only', () => {
  const first = loadConfig({ DATA_DIR: dataDir });
  const second = loadConfig({ DATA_DIR: dataDir });
  expect(second.adminToken).toBe(first.adminToken);
  expect(second.encryptionKeys).toEqual(first.encryptionKeys);
  expect(statSync(join(dataDir, 'admin-token')).mode & 0o777).toBe(0o600);
});

test('encryption keys keep their order', () => {
  const config = loadConfig({ DATA_DIR: dataDir, ENCRYPTION_KEYS: `b:${key},a:${key}` });
  expect(config.encryptionKeys.map(({ id, key: bytes }) => [id, bytes.length])).toEqual([
    ['b', 32],
    ['a', 32],
  ]);
});

test.each([
  [{}, true],
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'production', GRAPHQL_INTROSPECTION: 'on' }, true],
  [{ GRAPHQL_INTROSPECTION: 'off' }, false],
])('with %j, introspection of the admin API is allowed: %s', (env, allowed) => {
  expect(loadConfig({ DATA_DIR: dataDir, ...env }).graphqlIntrospection).toBe(allowed);
});

test('accepts proxies as addresses, networks and named networks', () => {
  expect(loadConfig({ DATA_DIR: dataDir, TRUST_PROXY: ' 10.0.0.0/8,uniquelocal, ::1' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    'uniquelocal',
    '::1',
  ]);
});

test('accepts allowed hosts as names, addresses and wildcard domains, with one port or any port', () => {
  const OKTA_ALLOWED_HOSTS = 'Login.Acme.example, *.acme.example:8443,127.0.0.1:*,[::1]:*, ';
  expect(loadConfig({ DATA_DIR: dataDir, OKTA_ALLOWED_HOSTS }).oktaAllowedHosts).toEqual([
    'login.acme.example',
    '*.acme.example:8443',
    '127.0.0.1:*',
    '[::1]:*',
  ]);
});

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['TRUST_PROXY', { TRUST_PROXY: '1' }],
  ['SIGN_IN_RATE_LIMIT', { SIGN_IN_RATE_LIMIT: '-1' }],
  ['GRAPHQL_INTROSPECTION', { GRAPHQL_INTROSPECTION: 'yes' }],
  ['PORT', { PORT: '70000' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'rollcall' }],
  ['PASSKEY_HOST', { PASSKEY_HOST: 'https://old.example.com' }],
  ['PASSKEY_HOST', { PASSKEY_HOST: 'old.example.com:8443' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['ENCRYPTION_KEYS', { DATABASE_URL: 'postgres://localhost/x' }],
  ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: 'k1:short' }],
  ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: `a:${key},a:${key}` }],
  ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` }],
  ['ADMIN_TOKEN', { ADMIN_TOKEN: 'short' }],
  ['WORKER', { WORKER: 'yes' }],
  ['OKTA_RATE_SHARE', { OKTA_RATE_SHARE: '1.5' }],
  ['RECONCILE_CRON', { RECONCILE_CRON: 'daily' }],
  ['OKTA_ALLOWED_HOSTS', { OKTA_ALLOWED_HOSTS: 'https://login.acme.example' }],
  ['OKTA_ALLOWED_HOSTS', { OKTA_ALLOWED_HOSTS: 'login.acme.example other.example' }],
  ['OKTA_ALLOWED_HOSTS', { OKTA_ALLOWED_HOSTS: '*' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['METRICS_PORT', { METRICS_PORT: '-1' }],
])('a wrong %s is reported in one line that contains its name', (variable, env) => {
  const attempt = () => loadConfig({ DATA_DIR: dataDir, ...env });
  expect(attempt).toThrow(new RegExp(`^[^\\n]*${variable}[^\\n]*$`));
});

test.each([
  [{ OKTA_RATE_SHARE: '50%' }, /^OKTA_RATE_SHARE must be a number from 0.01 to 1, such as 0.5$/],
  [{ RECONCILE_CRON: '99 * * * *' }, /^RECONCILE_CRON has a wrong minute \(99\)[^\n]+$/],
  [{ SCIM_RATE_LIMIT: 'many' }, /^SCIM_RATE_LIMIT must be a whole number, 0 or more$/],
  [{ PORT: '4000', METRICS_PORT: '4000' }, /^METRICS_PORT must be another port than PORT \(4000\)$/],
])('refuses %j in one line', (env, line) => {
  expect(() => loadConfig({ DATA_DIR: dataDir, ...env })).toThrow(line);
});

test('reports a misspelled variable', () => {
  expect(environmentWarnings({ PROT: '1', OKTA_RATE_SHARE: '0.5' })).toEqual([
    'PROT is not a setting and has no effect. Did you mean PORT?',
  ]);
});
