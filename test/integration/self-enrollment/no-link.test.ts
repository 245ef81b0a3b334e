import { Clock } from '@rollcall/platform';
import { Browser } from '../sign-in/browser.js';
import { SignInApp } from '../sign-in/sign-in-app.js';
import { changed, endOf, SelfEnrollmentRig } from './self-enrollment-rig.js';

let on: SignInApp;
let at: SelfEnrollmentRig;

beforeAll(async () => {
  on = await SignInApp.start(undefined, { SIGN_IN_RATE_LIMIT: '0' });
});
afterAll(() => on?.stop());
beforeEach(async () => {
  at = await SelfEnrollmentRig.start(on);
});
afterEach(() => at?.stop());

describe('no link is given', () => {
  it('to a person who is not known, suspended, or not assigned in Okta', async () => {
    await at.configure();
    at.rig.okta.addPerson('nina@acme.example');
    expect(await at.enroll('nina@acme.example')).toBe('UNKNOWN_PERSON');
    const okta = at.rig.okta.addPerson('olga@acme.example');
    const { id } = await at.someone('olga@acme.example', okta.id);
    await on.identities.setActive(at.rig.caller, at.integrationId, id, false);
    expect(await at.enroll('olga@acme.example')).toBe('SUSPENDED');
    at.assigned = () => false;
    expect(await at.enroll('olga@acme.example')).toBe('NOT_ALLOWED');
  });

  it('to another browser than the one that began, or a second time', async () => {
    await at.configure();
    await at.inBoth('pia@acme.example');
    const { browser, callback } = await at.atCallback('pia@acme.example');
    expect(await endOf(await new Browser().get(callback))).toBe('START_AGAIN');
    expect(await endOf(await browser.get(callback))).toContain('/enroll/ren_');
    expect(await endOf(await browser.get(callback))).toBe('START_AGAIN');
  });

  it('for a code that Okta did not give, or gave in another flow', async () => {
    await at.configure();
    await at.inBoth('quin@acme.example');
    const stolen = new URL((await at.atCallback('quin@acme.example')).callback).searchParams.get('code') ?? '';
    for (const code of ['another', stolen]) {
      const { browser, callback } = await at.atCallback('quin@acme.example');
      expect(await endOf(await browser.get(changed(callback, { code })))).toBe('OKTA_FAILED');
    }
  });

  it('for the answer to an earlier tab, while the newest tab continues', async () => {
    await at.configure();
    await at.inBoth('rosa@acme.example');
    const { browser, callback: earlier } = await at.atCallback('rosa@acme.example');
    const { callback } = await at.atCallback('rosa@acme.example', browser);
    const page = await (await browser.get(earlier)).text();
    expect(page).toContain('data-state="START_AGAIN"');
    expect(page).toContain(`href="/enroll?integration=${at.integrationId}"`);
    expect(await endOf(await browser.get(callback))).toContain('/enroll/ren_');
  });

  it('for a state that no flow has, and its page links to no other address', async () => {
    await at.configure();
    await at.inBoth('sara@acme.example');
    const { browser, callback } = await at.atCallback('sara@acme.example');
    for (const state of ['', 'another', 'x.//evil.example', `x.${at.integrationId}"><b>`]) {
      const page = await (await browser.get(changed(callback, { state }))).text();
      expect(page).toContain('data-state="START_AGAIN"');
      expect(page).not.toMatch(/evil|<b>|<a /);
    }
  });

  it('to a person of another integration, whose Okta org has the same login', async () => {
    await at.configure();
    await at.someone('tara@acme.example', null);
    const other = await SelfEnrollmentRig.start(on);
    await other.configure();
    other.rig.okta.addPerson('tara@acme.example');
    expect(await other.enroll('tara@acme.example')).toBe('UNKNOWN_PERSON');
    await other.stop();
  });

  it('after the fifteen minutes that a person has at Okta', async () => {
    await at.configure();
    await at.inBoth('uma@acme.example');
    const { browser, callback } = await at.atCallback('uma@acme.example');
    const late = jest.spyOn(on.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 15 * 60_000 + 1_000));
    expect(await endOf(await browser.get(callback))).toBe('START_AGAIN');
    late.mockRestore();
    expect(await endOf(await browser.get(callback))).toContain('/enroll/ren_');
  });

  it('while Okta cannot be reached', async () => {
    await at.configure();
    await at.inBoth('ruth@acme.example');
    const { browser, callback } = await at.atCallback('ruth@acme.example');
    at.rig.okta.org.faults.set([{ kinds: ['internal-error'] }]);
    expect(await endOf(await browser.get(callback))).toBe('OKTA_FAILED');
  });
});
