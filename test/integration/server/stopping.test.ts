import { Drain } from '@rollcall/platform';
import { type ServerApp, startServerApp } from './server-app.js';

let server: ServerApp;
beforeAll(async () => {
  server = await startServerApp({ DRAIN_SECONDS: '0' });
});
afterAll(() => server.stop());

const HTML = 'text/html,application/xhtml+xml';
const restarting = expect.stringContaining('restarting');

it('a server that stops refuses requests in the format of each protocol, with the seconds to wait', async () => {
  const ask = async (method: 'GET' | 'POST', url: string, accept = '*/*') => {
    const { statusCode, headers, body } = await server.inject({ method, url, headers: { accept } });
    return { status: statusCode, retryAfter: headers['retry-after'], type: headers['content-type'], body };
  };
  expect((await ask('GET', '/scim/v2/x/Users')).status).toBe(401);
  await server.app.get(Drain).begin();

  const scim = await ask('GET', '/scim/v2/x/Users');
  expect(scim).toMatchObject({ status: 503, retryAfter: '5', type: expect.stringContaining('application/scim+json') });
  expect(JSON.parse(scim.body)).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '503',
    detail: restarting,
  });

  const graphql = await ask('POST', '/graphql');
  expect(graphql).toMatchObject({ status: 503, retryAfter: '5' });
  expect(JSON.parse(graphql.body)).toEqual({
    errors: [
      expect.objectContaining({ message: restarting, extensions: expect.objectContaining({ code: 'UNAVAILABLE' }) }),
    ],
  });

  for (const url of ['/oauth2/token', '/oidc/0198c0de-0000-7000-8000-000000000000/token']) {
    const oauth = await ask('POST', url);
    expect(oauth).toMatchObject({ status: 503, retryAfter: '5' });
    expect(JSON.parse(oauth.body)).toEqual({ error: 'temporarily_unavailable', error_description: restarting });
  }

  for (const url of ['/enroll/some-token', '/oidc/0198c0de-0000-7000-8000-000000000000/auth', '/']) {
    const page = await ask('GET', url, HTML);
    expect(page).toMatchObject({ status: 503, retryAfter: '5', type: expect.stringContaining('text/html') });
    expect(page.body).toContain('restarting');
  }
  expect(JSON.parse((await ask('POST', '/enroll/some-token/options')).body)).toEqual({
    error: 'UNAVAILABLE',
    message: restarting,
  });
});
