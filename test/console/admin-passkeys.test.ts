import type { Browser } from 'playwright-core';
import { AdminApi } from '../e2e/admin-api.js';
import { addAuthenticator, launchBrowser, startServer, type TestServer } from '../support/index.js';
import { ConsoleVisit } from './console-visit.js';

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

async function visitAs(role: string): Promise<{ visit: ConsoleVisit; token: string; tokenId: string }> {
  const { token, adminToken } = await admin.createAdminToken(`The ${role}`, role);
  const visit = await ConsoleVisit.start(browser, server);
  await visit.signIn(token);
  return { visit, token, tokenId: adminToken.id };
}

async function signOut({ page }: ConsoleVisit, role: RegExp): Promise<void> {
  await page.getByRole('button', { name: role }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

test.each(['OWNER', 'ADMIN', 'OPERATOR', 'VIEWER'])(
  '%s adds a passkey, signs in with it, and removes it',
  async (role) => {
    const { visit } = await visitAs(role);
    const { devtools, authenticatorId } = await addAuthenticator(visit.page);
    await visit.page.getByRole('button', { name: new RegExp(`The ${role}`) }).click();
    await visit.page.getByRole('menuitem', { name: 'Passkeys and sessions' }).click();
    await visit.heading('Your access');
    await visit.says('No passkey yet');
    await visit.press('Add a passkey');
    await visit.page.getByRole('textbox', { name: 'Name' }).fill('Blue key');
    await visit.press('Continue');
    await visit.says('Blue key is added.');
    expect((await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);

    await signOut(visit, new RegExp(`The ${role}`));
    await visit.heading('Sign in');
    await visit.press('Sign in with a passkey');
    await visit.heading('Overview');
    await visit.says(`The ${role}`);

    await visit.arrive('/account', 'Your access');
    await visit.says('By passkey');
    await visit.press('Remove Blue key');
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await visit.says('No passkey yet');
    await signOut(visit, new RegExp(`The ${role}`));
    await visit.press('Sign in with a passkey');
    await visit.says('This passkey does not sign in here');
    expect(visit.complaints).toEqual([]);
    await visit.end();
  },
);

test('an administrator who fails the device’s check is not signed in and can try again; a revoked token ends its passkeys', async () => {
  const { visit, tokenId } = await visitAs('ADMIN');
  const { devtools, authenticatorId } = await addAuthenticator(visit.page);
  await visit.arrive('/account', 'Your access');
  await visit.press('Add a passkey');
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await visit.press('Continue');
  await visit.says('No passkey was created');
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await visit.press('Try again');
  await visit.says('is added. You can sign in with it');

  await signOut(visit, /The ADMIN/);
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await visit.press('Sign in with a passkey');
  await visit.says('No passkey was used');
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await visit.press('Sign in with a passkey');
  await visit.heading('Overview');

  await admin.revokeAdminToken(tokenId);
  await visit.heading('Sign in');
  await visit.press('Sign in with a passkey');
  await visit.says('This passkey does not sign in here');
  await visit.end();
});

test('administrators see their own sessions with the current one marked, and end them one by one or all together', async () => {
  const { visit: here, token } = await visitAs('VIEWER');
  const elsewhere = await ConsoleVisit.start(browser, server, {
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:141.0) Gecko/20100101 Firefox/141.0',
  });
  await elsewhere.signIn(token);
  await here.arrive('/account', 'Your access');
  const rows = here.page.getByRole('table', { name: 'Sessions' }).getByRole('row');
  await here.says('This session');
  await here.says('Firefox 141 on Mac');
  await here.press('Sign out Firefox 141 on Mac');
  await here.says('Signed out there.');
  await elsewhere.heading('Sign in');

  await elsewhere.signIn(token);
  const third = await ConsoleVisit.start(browser, server);
  await third.signIn(token);
  await rows.nth(3).waitFor();
  await here.press('Sign out all others');
  await here.says('2 sessions ended.');
  await elsewhere.heading('Sign in');
  await third.heading('Sign in');
  await here.page.reload();
  await here.says('This session');
  for (const visit of [here, elsewhere, third]) await visit.end();
});

test('an owner sees and ends the sessions of others', async () => {
  const { visit: owner } = await visitAs('OWNER');
  const { visit: guest } = await visitAs('OPERATOR');
  await owner.follow('Admin access');
  await owner.page.getByRole('tab', { name: 'Sessions' }).click();
  await owner.page
    .getByRole('row', { name: /The OPERATOR/ })
    .getByRole('button', { name: /^Sign out/ })
    .first()
    .click();
  await guest.heading('Sign in');
  await owner.page.reload();
  await owner.says('All users who are signed in to this console.');
  for (const visit of [owner, guest]) await visit.end();
});
