import type { PasskeysApp } from '../integration/passkeys/passkeys-app.js';
import type { EnrollmentVisit } from './enrollment-visit.js';

/** A person with an open enrollment link. */
export interface Invited {
  identityId: string;
  url: string;
  /** Creates a newer link for the person. It replaces this link. */
  again(): Promise<string>;
}

interface State {
  heading: string;
  arrange(at: EnrollmentVisit, person: Invited, on: PasskeysApp): Promise<void>;
}

async function bind(at: EnrollmentVisit, url: string): Promise<void> {
  await at.page.goto(url);
  await at.press();
  await at.heading('Your passkey is ready');
}

/** Brings a browser into each state of an enrollment link's page. */
export const ENROLLMENT_STATES: Record<string, State> = {
  open: { heading: 'Create your passkey', arrange: async (at, { url }) => void (await at.page.goto(url)) },
  canceled: {
    heading: 'Create your passkey',
    async arrange(at, { url }) {
      await at.verifiesPerson(false);
      await at.page.goto(url);
      await at.press();
      await at.says('No passkey was created');
    },
  },
  offline: {
    heading: 'Create your passkey',
    async arrange(at, { url }) {
      await at.page.goto(url);
      await at.context.setOffline(true);
      await at.press();
      await at.says('The server could not be reached.');
    },
  },
  misplaced: {
    heading: 'Create your passkey',
    async arrange(at, { url }) {
      await at.page.goto(url.replace('localhost', '127.0.0.1'));
      await at.press();
      await at.says('Passkeys cannot be created at this address.');
    },
  },
  'done-waiting': {
    heading: 'Your passkey is ready',
    async arrange(at, { url }) {
      await bind(at, url);
      await at.says('Updating Okta…');
    },
  },
  'done-confirmed': {
    heading: 'Your passkey is ready',
    async arrange(at, { url, identityId }, on) {
      await bind(at, url);
      on.reporter.confirm(on.caller.tenantId, identityId);
      await at.says('Okta knows.');
    },
  },
  used: {
    heading: 'This link has already been used',
    async arrange(at, { url }) {
      await bind(at, url);
      await at.page.reload();
      await at.says('Updating Okta…');
    },
  },
  'already-enrolled': {
    heading: 'This device already has your passkey',
    async arrange(at, { url, again }) {
      await bind(at, url);
      await at.page.goto(await again());
      await at.press();
    },
  },
  replaced: {
    heading: 'There is a newer link for you',
    async arrange(at, { url, again }) {
      await again();
      await at.page.goto(url);
    },
  },
  revoked: {
    heading: 'This link was revoked',
    async arrange(at, { url, identityId }, on) {
      const [open] = await on.enrollments.openOf(on.caller, [identityId]);
      await on.enrollments.cancelEnrollment(on.caller, open!.id);
      await at.page.goto(url);
    },
  },
  suspended: {
    heading: 'This account is suspended',
    async arrange(at, { url, identityId }, on) {
      await on.identities.setActive(on.caller, on.integration.id, identityId, false);
      await at.page.goto(url);
    },
  },
  unknown: {
    heading: 'We do not recognize this link',
    arrange: async (at, { url }) => void (await at.page.goto(url.slice(0, -1))),
  },
  unsupported: {
    heading: 'This browser cannot create passkeys',
    async arrange(at, { url }) {
      await at.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
      await at.page.goto(url);
    },
  },
  // This state must be the last, because it moves the clock that all states share.
  expired: {
    heading: 'This link has expired',
    async arrange(at, { url }, on) {
      on.clock.advance(7 * 24 * 3600 * 1000);
      await at.page.goto(url);
    },
  },
};
