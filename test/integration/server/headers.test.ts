import { type ServerApp, startServerApp } from './server-app.js';

let server: ServerApp;
let plain: ServerApp;

beforeAll(async () => {
  server = await startServerApp({ PUBLIC_URL: 'https://rollcall.test' });
  plain = await startServerApp({ NODE_ENV: 'development' });
});
afterAll(async () => {
  await server.stop();
  await plain.stop();
});

const PATHS = [
  ['GET', '/health/live'],
  ['GET', '/nothing-here'],
  ['POST', '/session'],
  ['DELETE', '/session'],
  ['POST', '/oauth2/token'],
  ['POST', '/graphql'],
  ['GET', '/graphql'],
  ['GET', '/enroll/nothing'],
  ['POST', '/enroll/nothing/options'],
  ['GET', '/okta/event-hooks/nothing'],
  ['GET', '/okta/jwks/nothing/nothing'],
] as const;

it.each(PATHS)('%s %s is answered with strict headers', async (method, url) => {
  const { headers } = await server.inject({ method, url });
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining(`frame-ancestors 'none'`),
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}; includeSubDomains/),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-request-id': expect.any(String),
  });
  expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
  expect(headers).not.toHaveProperty('x-powered-by');
});

it('SCIM’s answers, which no browser shows, carry nosniff', async () => {
  const { headers } = await server.inject({ method: 'GET', url: '/scim/v2/x/Users' });
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-type': expect.stringContaining('scim+json'),
  });
});

it('plain http stays possible where https is not set up', async () => {
  const { headers } = await plain.inject({ method: 'GET', url: '/health/live' });
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});

it('shows GraphiQL to a browser in development only, with a digest of each script', async () => {
  const browser = { method: 'GET', url: '/graphql', headers: { accept: 'text/html,*/*' } } as const;
  const { statusCode, headers, body } = await plain.inject(browser);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const loaded = body.match(/<(?:script src|link rel)=[^>]*>/g) ?? [];
  expect(loaded.filter((tag) => / integrity="sha384-[\w+/]{64}" crossorigin>$/.test(tag))).toHaveLength(4);
  expect(loaded).toHaveLength(4);
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
  expect((await plain.inject({ ...browser, headers: {} })).body).not.toContain('<html');
  expect((await server.inject(browser)).body).not.toContain('<html');
});
