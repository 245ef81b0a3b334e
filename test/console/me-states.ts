import type { Caller } from '@rollcall/platform';
import { SoftwareAuthenticator } from '../integration/passkeys/software-authenticator.js';
import type { Person, SignInApp } from '../integration/sign-in/sign-in-app.js';
import type { SignInVisit } from './sign-in-visit.js';

/** What the states need: the server, and a caller for its services. */
interface Stage {
  on: SignInApp;
  caller: Caller;
}

interface State {
  heading: string;
  arrange(at: SignInVisit, person: Person, stage: Stage): Promise<void>;
}

const PHONE = { synced: true, aaguid: 'fbfc3007154e4ecc8c0b6e020557d7bd' };
const KEY = { transports: ['usb', 'nfc'] };

/** Gives the person two more passkeys: one on a synced phone, and one on a security key. */
export async function addDevices({ on, caller }: Stage, { id, traits }: Person): Promise<SoftwareAuthenticator[]> {
  const devices = [PHONE, KEY].map((given) => new SoftwareAuthenticator({ ...traits, ...given }));
  for (const device of devices) await on.bind(caller, id, device);
  return devices;
}

export async function openMe(at: SignInVisit, { on }: Pick<Stage, 'on'>): Promise<void> {
  await at.page.goto(`${on.url}/me`);
}

export async function signInAtMe(at: SignInVisit, stage: Pick<Stage, 'on'>): Promise<void> {
  await openMe(at, stage);
  await at.press();
  await at.page.locator('main[data-state="PASSKEYS"]').waitFor();
}

const removeButton = (at: SignInVisit, name: string) => at.page.getByRole('button', { name: `Remove ${name}` });

/** Each entry brings a browser into one state of the page /me. */
export const ME_STATES: Record<string, State> = {
  open: { heading: 'Your passkeys', arrange: (at, _person, stage) => openMe(at, stage) },
  canceled: {
    heading: 'Your passkeys',
    async arrange(at, _person, stage) {
      await at.verifiesPerson(false);
      await openMe(at, stage);
      await at.press();
      await at.says('No passkey was used');
    },
  },
  passkeys: {
    heading: 'Your passkeys',
    async arrange(at, person, stage) {
      await addDevices(stage, person);
      await signInAtMe(at, stage);
      await at.says('Synced to your other devices');
    },
  },
  'confirm-removal': {
    heading: 'Your passkeys',
    async arrange(at, person, stage) {
      await addDevices(stage, person);
      await signInAtMe(at, stage);
      await removeButton(at, 'iCloud Keychain').click();
      await at.says('You keep 2 other passkeys');
    },
  },
  'confirm-last': {
    heading: 'Your passkeys',
    async arrange(at, _person, stage) {
      await signInAtMe(at, stage);
      await removeButton(at, 'Passkey').click();
      await at.says('It is your last passkey');
    },
  },
  removed: {
    heading: 'Your passkeys',
    async arrange(at, person, stage) {
      await addDevices(stage, person);
      await signInAtMe(at, stage);
      await removeButton(at, 'Security key').click();
      await at.press('Remove passkey');
      await at.says('The passkey was removed.');
    },
  },
  changed: {
    heading: 'Your passkeys',
    async arrange(at, person, stage) {
      await addDevices(stage, person);
      await signInAtMe(at, stage);
      for (const { id } of await stage.on.passkeys.ofIdentities(stage.caller, [person.id])) {
        if (id !== person.passkeyId) await stage.on.passkeys.revokePasskey(stage.caller, id);
      }
      await at.page.locator(`[data-remove="${person.passkeyId}"]`).click();
      await at.press('Remove passkey');
      await at.says('Your passkeys have changed');
      expect(await at.page.locator('[data-remove]').count()).toBe(1);
    },
  },
  'removed-own': {
    heading: 'The passkey was removed',
    async arrange(at, person, stage) {
      await addDevices(stage, person);
      await signInAtMe(at, stage);
      await at.page.locator(`[data-remove="${person.passkeyId}"]`).click();
      await at.press('Remove passkey');
    },
  },
  'removed-last': {
    heading: 'Your last passkey was removed',
    async arrange(at, _person, stage) {
      await signInAtMe(at, stage);
      await removeButton(at, 'Passkey').click();
      await at.press('Remove passkey');
    },
  },
  'signed-out': {
    heading: 'You are signed out',
    async arrange(at, _person, stage) {
      await signInAtMe(at, stage);
      await at.press('Sign out');
    },
  },
  'unknown-passkey': {
    heading: 'This passkey is not known here',
    async arrange(at, { id, integrationId }, stage) {
      await stage.on.identities.delete(stage.caller, integrationId, id);
      await openMe(at, stage);
      await at.press();
    },
  },
  'passkey-revoked': {
    heading: 'This passkey was revoked',
    async arrange(at, { passkeyId }, stage) {
      await stage.on.passkeys.revokePasskey(stage.caller, passkeyId);
      await openMe(at, stage);
      await at.press();
    },
  },
  'identity-inactive': {
    heading: 'This account is deactivated',
    async arrange(at, { id, integrationId }, stage) {
      await stage.on.identities.setActive(stage.caller, integrationId, id, false);
      await openMe(at, stage);
      await at.press();
    },
  },
  'too-many-tries': {
    heading: 'Too many tries',
    async arrange(at, _person, stage) {
      await at.page.route('**/me/verify', (route) => route.fulfill({ status: 429, json: { error: 'RATE_LIMITED' } }));
      await openMe(at, stage);
      await at.press();
    },
  },
  unsupported: {
    heading: 'This browser cannot use passkeys',
    async arrange(at, _person, stage) {
      await at.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
      await openMe(at, stage);
    },
  },
  'cookies-blocked': {
    heading: 'This browser sent no cookie',
    async arrange(at, _person, stage) {
      await at.page.addInitScript(`Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });`);
      await openMe(at, stage);
    },
  },
};
