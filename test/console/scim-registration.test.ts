import type { Browser } from 'playwright-core';
import { AdminApi } from '../e2e/admin-api.js';
import { eventually, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

const EXTENSION = 'urn:example:params:scim:schemas:extension:passkeys:2.0:User';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

let server: TestServer;
let browser: Browser;
let admin: AdminApi;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  admin = new AdminApi(server.url, server.adminToken);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function scim(integrationId: string, token: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${server.url}/scim/v2/${integrationId}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as { id: string } & Record<string, unknown>;
}

/** Creates an integration of the same server, and uses its SCIM endpoint as the outbound SCIM server. */
async function remoteSide(): Promise<{ id: string; token: string; baseUrl: string }> {
  const { id } = await admin.createIntegration('The other side');
  await admin.ask('mutation ($input: SaveScimSchemaInput!) { saveScimSchema(input: $input) { id } }', {
    input: {
      integrationId: id,
      id: EXTENSION,
      resourceType: 'User',
      name: 'Passkeys',
      attributes: [{ name: 'byndidRegistered', type: 'boolean' }],
    },
  });
  const { token } = await admin.generateBearerToken(id);
  return { id, token, baseUrl: `http://127.0.0.1:${new URL(server.url).port}/scim/v2/${id}` };
}

it('a Generic SCIM integration is set up in the console, and its server receives who has a passkey', async () => {
  const remote = await remoteSide();
  const there = await scim(remote.id, remote.token, 'POST', '/Users', { schemas: [USER], userName: 'ada@example.com' });
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn();
  await visit.open('/directory/integrations/new');
  await visit.page.getByRole('radio', { name: /Generic SCIM/ }).check();
  await visit.page.getByRole('textbox', { name: 'Name' }).fill('Partner');
  await visit.press('Add and continue');
  await visit.heading('Set up Partner');
  await visit.follow('Configure the Registration Attribute');
  await visit.page.getByRole('textbox', { name: 'SCIM base URL' }).fill('http://scim.example.com');
  await visit.page.getByRole('textbox', { name: 'Token', exact: true }).fill(remote.token);
  await visit.page.getByRole('textbox', { name: 'Extension' }).fill(EXTENSION);
  await visit.press('Save and test connection');
  await visit.says('The address must begin with https://.');
  await visit.page.getByRole('textbox', { name: 'SCIM base URL' }).fill(remote.baseUrl);
  await visit.press('Save and test connection');
  await visit.says(`${EXTENSION}:byndidRegistered exists and is a boolean.`);
  await visit.says('Leave empty to keep the one that is saved.');
  const [, integrationId = ''] = /integrations\/([\w-]+)\/setup/.exec(visit.page.url()) ?? [];

  const { token } = await admin.generateBearerToken(integrationId);
  const here = await scim(integrationId, token, 'POST', '/Users', { schemas: [USER], userName: 'Ada@example.com' });
  await admin.recordPasskey(here.id);
  await eventually(async () =>
    expect(await scim(remote.id, remote.token, 'GET', `/Users/${there.id}`)).toMatchObject({
      [EXTENSION]: { byndidRegistered: true },
    }),
  );
  await visit.arrive(`/directory/integrations/${integrationId}/registration`, 'Partner');
  await visit.says('In step with the SCIM server');
  expect(visit.complaints).toEqual([]);
  await visit.end();
});
