import type { Caller } from '@rollcall/platform';
import type { Person, SignInApp } from '../integration/sign-in/sign-in-app.js';
import type { SignInVisit } from './sign-in-visit.js';

/** What the states need from the test. */
interface Stage {
  on: SignInApp;
  caller: Caller;
  /** Opens an authorization request in the browser. */
  arrive(at: SignInVisit, parameters?: Record<string, string>): Promise<unknown>;
}

interface State {
  heading: string;
  arrange(at: SignInVisit, person: Person, stage: Stage): Promise<void>;
}

/** Each entry brings a browser into one state of the sign-in page. */
export const STATES: Record<string, State> = {
  open: { heading: 'Sign in with your passkey', arrange: async (at, _person, { arrive }) => void (await arrive(at)) },
  'open-named': {
    heading: 'Sign in with your passkey',
    arrange: async (at, { userName }, { arrive }) => void (await arrive(at, { login_hint: userName })),
  },
  'open-autofill': {
    heading: 'Sign in with your passkey',
    async arrange(at, _person, { arrive }) {
      await at.page.addInitScript(`
        PublicKeyCredential.isConditionalMediationAvailable = async () => true;
        navigator.credentials.get = () => new Promise(() => undefined);`);
      await arrive(at);
      await at.page.getByLabel('Passkeys in this browser').waitFor();
    },
  },
  canceled: {
    heading: 'Sign in with your passkey',
    async arrange(at, _person, { arrive }) {
      await at.verifiesPerson(false);
      await arrive(at);
      await at.press();
      await at.says('No passkey was used');
    },
  },
  'unknown-passkey': {
    heading: 'This passkey is not known here',
    async arrange(at, { id, integrationId }, { arrive, on, caller }) {
      await on.identities.delete(caller, integrationId, id);
      await arrive(at);
      await at.press();
    },
  },
  'passkey-revoked': {
    heading: 'This passkey was revoked',
    async arrange(at, { passkeyId }, { arrive, on, caller }) {
      await on.passkeys.revokePasskey(caller, passkeyId);
      await arrive(at);
      await at.press();
    },
  },
  'identity-inactive': {
    heading: 'This account is deactivated',
    async arrange(at, { id, integrationId }, { arrive, on, caller }) {
      await on.identities.setActive(caller, integrationId, id, false);
      await arrive(at);
      await at.press();
    },
  },
  'another-person': {
    heading: 'This passkey belongs to another account',
    async arrange(at, _person, { arrive }) {
      await arrive(at, { login_hint: 'grace.hopper@acme.example' });
      await at.press();
    },
  },
  'too-many-tries': {
    heading: 'Too many tries',
    async arrange(at, _person, { arrive }) {
      await arrive(at);
      await at.page.evaluate(`(async () => {
        for (let n = 0; n < 10; n += 1) {
          await fetch(location.pathname + '/verify', {
            method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
        }
      })()`);
      await at.press();
    },
  },
  unsupported: {
    heading: 'This browser cannot use passkeys',
    async arrange(at, _person, { arrive }) {
      await at.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
      await arrive(at);
    },
  },
  expired: {
    heading: 'This sign-in has ended',
    async arrange(at, _person, { arrive, on }) {
      await arrive(at);
      await on.database.execute(`delete from sign_in_records where model = 'Interaction'`);
      await at.press();
    },
  },
  'expired-reload': {
    heading: 'This sign-in has ended',
    async arrange(at, _person, { arrive, on }) {
      await arrive(at);
      await on.database.execute(`delete from sign_in_records where model = 'Interaction'`);
      await at.page.reload();
    },
  },
  'cookies-blocked': {
    heading: 'This browser sent no cookie',
    async arrange(at, _person, { arrive }) {
      await arrive(at);
      await at.context.clearCookies();
      await at.page.reload();
    },
  },
  'set-up-wrong': {
    heading: 'Sign-in is not set up correctly',
    arrange: async (at, _person, { arrive }) =>
      void (await arrive(at, { redirect_uri: 'https://acme.okta.com/elsewhere' })),
  },
};
