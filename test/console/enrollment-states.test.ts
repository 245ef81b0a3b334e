import type { Browser } from 'playwright-core';
import { type PasskeysApp, startPasskeysApp } from '../integration/passkeys/passkeys-app.js';
import { launchBrowser } from '../support/index.js';
import { ENROLLMENT_STATES } from './enrollment-states.js';
import { EnrollmentVisit, freePort } from './enrollment-visit.js';
import { flawsInEveryView } from './page-views.js';

let on: PasskeysApp;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  on = await startPasskeysApp(`http://localhost:${port}`);
  const apiToken = '00a-token-of-okta';
  await on.syncs.configure(on.caller, { integrationId: on.integration.id, oktaDomain: 'acme.okta.com', apiToken });
  await on.app.listen(port, '127.0.0.1');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await on?.stop();
});

it.each(Object.keys(ENROLLMENT_STATES))(
  'the state %s has its text and no serious accessibility violation in any view',
  async (state) => {
    const { heading, arrange } = ENROLLMENT_STATES[state]!;
    const { id: identityId } = await on.person(`ada.${state}@acme.example`, 'Ada Lovelace');
    const again = async () => (await on.enrollments.createEnrollment(on.caller, { identityId })).url;
    const at = await EnrollmentVisit.start(browser);
    await arrange(at, { identityId, url: await again(), again }, on);
    await at.heading(heading);
    expect(await flawsInEveryView(at.page, `enroll-${state}`)).toEqual([]);
    expect(at.complaints).toEqual([]);
    await at.end();
  },
);
