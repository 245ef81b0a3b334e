import type { Caller } from '@rollcall/platform';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { SoftwareAuthenticator } from '../passkeys/software-authenticator.js';
import { Browser } from './browser.js';
import { RelyingParty } from './relying-party.js';
import { type Client, SignInApp } from './sign-in-app.js';

let on: SignInApp;
let caller: Caller;
let client: Client;
let party: RelyingParty;

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant();
  client = await on.client(caller);
  party = await RelyingParty.discover(client);
});
afterAll(() => on?.stop());

/** Presents a passkey at two pages: the sign-in page of the integration, and /me. @returns both answers */
async function answersTo(device: SoftwareAuthenticator): Promise<Record<string, unknown>[]> {
  const browser = new Browser();
  const pages = [await browser.open(party.request().url), `${on.url}/me`];
  const answers = [];
  for (const page of pages) answers.push((await browser.present(page, device)).body);
  return answers;
}

const person = (name: string) => on.person(caller, client.integrationId, `${name}@acme.example`);

test('the browser is asked to forget the passkey of a deleted person, and one that was revoked', async () => {
  const [ada, eve] = [await person('ada'), await person('eve')];
  await on.identities.delete(caller, client.integrationId, ada.id);
  await on.passkeys.revokePasskey(caller, eve.passkeyId);
  for (const answer of await answersTo(ada.device)) {
    expect(answer).toMatchObject({ error: 'UNKNOWN_PASSKEY', forget: true, rpId: 'localhost' });
  }
  for (const answer of await answersTo(eve.device)) {
    expect(answer).toMatchObject({ error: 'PASSKEY_REVOKED', forget: true, rpId: 'localhost' });
  }
});

test('it is not asked to forget a passkey that is active in another integration', async () => {
  const others = await on.tenant();
  const { integrationId } = await on.client(others);
  const kim = await on.person(others, integrationId, 'kim@acme.example');
  const [atOkta, atMe] = await answersTo(kim.device);
  expect(atOkta).toEqual({ error: 'UNKNOWN_PASSKEY', message: expect.any(String) });
  expect(atMe).toMatchObject({ location: '/me' });
});

test('it is not asked to forget the passkey of an administrator', async () => {
  const device = new SoftwareAuthenticator({ origin: new URL(on.url).origin });
  device.create({
    challenge: 'AAAA',
    rp: { id: 'localhost', name: 'Rollcall console' },
    user: { id: Buffer.alloc(32, 7).toString('base64url'), name: 'root', displayName: 'root' },
  } as PublicKeyCredentialCreationOptionsJSON);
  for (const answer of await answersTo(device)) {
    expect(answer).toEqual({ error: 'UNKNOWN_PASSKEY', message: expect.any(String) });
  }
});
