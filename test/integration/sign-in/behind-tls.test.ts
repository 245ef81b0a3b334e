import { Database, systemCaller } from '@rollcall/platform';
import { SignInService } from '@rollcall/sign-in';
import { seedIntegration, seedTenant } from '../../support/index.js';
import { type ServerApp, startServerApp } from '../server/server-app.js';
import { REDIRECT_URI } from './sign-in-app.js';

const PUBLIC_URL = 'https://id.acme.example';

let server: ServerApp;
beforeAll(async () => {
  server = await startServerApp({ PUBLIC_URL });
});
afterAll(() => server?.stop());

test('behind a proxy that ends TLS, cookies are Secure and every address is the public one', async () => {
  const database = server.app.get(Database);
  const caller = systemCaller(await seedTenant(database), 'test');
  const integrationId = await seedIntegration(database, caller.tenantId);
  const { settings } = await server.app
    .get(SignInService, { strict: false })
    .enable(caller, { integrationId, redirectUris: [REDIRECT_URI] });
  const discovery = await server.inject({ url: `/oidc/${integrationId}/.well-known/openid-configuration` });
  expect(JSON.parse(discovery.body)).toMatchObject({
    issuer: `${PUBLIC_URL}/oidc/${integrationId}`,
    authorization_endpoint: `${PUBLIC_URL}/oidc/${integrationId}/auth`,
    jwks_uri: `${PUBLIC_URL}/oidc/${integrationId}/jwks`,
  });
  const query = new URLSearchParams({
    client_id: settings.clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: REDIRECT_URI,
  });
  const opened = await server.inject({ url: `/oidc/${integrationId}/auth?${query.toString()}` });
  expect(opened.statusCode).toBe(303);
  expect(opened.headers.location).toMatch(`${PUBLIC_URL}/sign-in/${integrationId}/`);
  const cookies = [opened.headers['set-cookie'] ?? []].flat();
  expect(cookies.length).toBeGreaterThan(1);
  for (const cookie of cookies) expect(cookie).toMatch(/; secure; httponly/i);
});
