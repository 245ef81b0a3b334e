import type { RecordedWrite } from '../org/write-log.js';
import { expectSeen } from './narrator.js';
import type { Connected, Stage } from './story.js';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 20;

/** Polls until `look` returns something, and returns it. */
async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_MS / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

const PASSKEY_PAGE = 'Sign in with your passkey';
const PASSWORD_PAGE = 'Sign in with your password';

/** Creates and revokes a passkey; shows that Okta's attribute and its sign-in page follow. */
export async function bindAndRevoke(
  stage: Stage,
  { integrationId }: Connected,
  who: string,
  other: string,
): Promise<void> {
  const { tell, okta, rollcall, browser } = stage;
  const signIn = `${okta.url}/signin`;

  await tell.step('Rollcall: enable sign-in, create the identity provider and the routing rule in Okta', async () => {
    const issuer = await rollcall.enableSignIn(integrationId);
    tell.saw(`issuer ${issuer}`);
    await rollcall.createOktaIdentityProvider(integrationId);
    tell.saw(`Okta has the identity provider “${okta.org.idps.all[0]?.name ?? 'none'}” and an inactive routing rule`);
    await rollcall.setOktaRouting(integrationId, true);
    tell.saw(`the rule is ${okta.org.routing.all[0]?.status ?? 'missing'}: byndidRegistered equals true → passkey`);
    await expectPage(stage, signIn, who, PASSWORD_PAGE);
  });

  await tell.step(`${who} opens the enrollment link and creates a passkey`, async () => {
    const identity = await rollcall.identity(integrationId, who);
    const { url, expiresAt } = await rollcall.createEnrollment(identity.id);
    tell.saw(`link for one use until ${expiresAt.slice(0, 10)}`);
    const heading = await browser.enroll(url);
    tell.saw(`the page says “${heading}”`);
    const { passkeys, enrollmentStatus } = await rollcall.identity(integrationId, who);
    expectSeen(passkeys.length === 1, `Rollcall lists ${passkeys.length} passkeys`);
    tell.saw(`Rollcall: ${enrollmentStatus}, passkey “${passkeys[0]?.deviceName ?? 'unnamed'}”`);
  });

  await tell.step('Okta: byndidRegistered turns true', async () => {
    const write = await awaitWrite(stage, who, true);
    tell.saw(`${write.method} ${write.path} ${JSON.stringify(write.body)}`);
    await until(
      'Rollcall confirms',
      async () => (await rollcall.identity(integrationId, who)).registration?.state === 'IN_SYNC',
    );
    tell.saw('Rollcall: IN_SYNC, confirmed');
  });

  await tell.step(`${who} signs in to Okta with the passkey`, async () => {
    await expectPage(stage, signIn, who, PASSKEY_PAGE);
    tell.saw(`Okta: “${await browser.usePasskey()}”`);
    const end = okta.org.signIns.all.at(-1);
    expectSeen(end?.outcome === 'SUCCESS' && end.login === who, `Okta says: ${end?.reason ?? 'no sign-in'}`);
    tell.saw('Okta has linked the account and opened its dashboard');
    await browser.signOut(`${okta.url}/login/signout`);
  });

  await tell.step(`${other} has no passkey and signs in as before`, async () => {
    await expectPage(stage, signIn, other, PASSWORD_PAGE);
  });

  await tell.step(`Rollcall: revoke the passkey of ${who}`, async () => {
    const { passkeys } = await rollcall.identity(integrationId, who);
    await rollcall.revokePasskey(passkeys[0]?.id ?? '');
    const write = await awaitWrite(stage, who, false);
    tell.saw(`${write.method} ${write.path} ${JSON.stringify(write.body)}`);
    await expectPage(stage, signIn, who, PASSWORD_PAGE);
  });
}

async function expectPage({ tell, browser }: Stage, signIn: string, login: string, wanted: string): Promise<void> {
  const page = await browser.signIn(signIn, login);
  expectSeen(page === wanted, `${login} was sent to “${page}”`);
  tell.saw(`${login} is sent to “${page}”`);
}

async function awaitWrite({ okta }: Stage, who: string, value: boolean): Promise<RecordedWrite> {
  await until(
    `${who} has byndidRegistered ${value} in Okta`,
    async () => okta.person(who).profile['byndidRegistered'] === value,
  );
  const write = okta.writes.to(okta.person(who).id).at(-1);
  expectSeen(write !== undefined, 'Okta recorded no write');
  return write;
}
