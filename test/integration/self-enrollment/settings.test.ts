import { OktaSimulator } from '../../../apps/okta-simulator/src/index.js';
import { Browser } from '../sign-in/browser.js';
import { SignInApp } from '../sign-in/sign-in-app.js';
import { endOf, SelfEnrollmentRig } from './self-enrollment-rig.js';

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

const statusOf = async (query = '') => (await fetch(`${on.url}/enroll${query}`)).status;

describe('the settings', () => {
  it('are not available until they are enabled, and for an address that names no integration of ours', async () => {
    const address = `?integration=${at.integrationId}`;
    expect(await statusOf(address)).toBe(404);
    await at.configure({ enabled: false });
    expect(await statusOf(address)).toBe(404);
    await at.configure();
    expect(await statusOf(address)).toBe(404);
    await at.configure({ enabled: true });
    expect(await statusOf(address)).toBe(200);
    for (const other of [at.rig.key.tenantId, 'nothing', '%00'])
      expect(await statusOf(`?integration=${other}`)).toBe(404);
  });

  it('need no integration in the address while there is one only', async () => {
    await on.database.execute('delete from self_enrollments');
    await at.configure();
    expect(await statusOf()).toBe(200);
    const second = await SelfEnrollmentRig.start(on);
    await second.configure();
    expect(await statusOf()).toBe(404);
    await second.stop();
  });

  it('decide whether a person’s own page leads here', async () => {
    const { device } = await at.rig.person('wanda@acme.example');
    const browser = new Browser();
    await browser.present(`${on.url}/me`, device);
    const page = async () => (await browser.get(`${on.url}/me`)).text();
    expect(await page()).toContain('To add a passkey, ask them for a link.');
    await at.configure();
    const link = `href="/enroll?integration=${at.integrationId}"`;
    expect(await page()).toContain(link);
    await at.configure({ enabled: false });
    expect(await page()).not.toContain(link);
  });

  it('keep the client secret sealed, and for the Okta org that it was entered for', async () => {
    expect(await at.configure()).toMatchObject({ data: { configureSelfEnrollment: { enabled: true } } });
    const [row] = await on.database.query<{ row: string }>(
      'select s::text as row from self_enrollments s where integration_id = $1',
      [at.integrationId],
    );
    expect(row!.row).not.toContain(at.app.clientSecret);
    expect((await at.configure({ clientSecret: null, enabled: false })).errors).toBeUndefined();
    expect(await at.configure({ clientSecret: ' ' })).toMatchObject({
      data: { configureSelfEnrollment: { enabled: false } },
    });
    expect((await at.configure({ enabled: true })).errors).toBeUndefined();
    expect((await at.configure({ clientSecret: null, clientId: 'another' })).errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'clientSecret' },
    });
    const another = await OktaSimulator.start();
    await at.rig.connectTo(another);
    expect(await endOf(await new Browser().get(at.startUrl))).toBe('NOT_AVAILABLE');
    expect((await at.configure({ clientSecret: null })).errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'clientSecret' },
    });
    await another.stop();
  });
});
