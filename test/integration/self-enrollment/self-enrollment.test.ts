import { Browser } from '../sign-in/browser.js';
import { SignInApp } from '../sign-in/sign-in-app.js';
import { SelfEnrollmentRig } from './self-enrollment-rig.js';

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

test('a person who signs in at Okta is given an enrollment link of their own', async () => {
  await at.configure();
  const okta = at.rig.okta.addPerson('ada@acme.example');
  const { id } = await at.someone('ada.renamed@acme.example', okta.id);
  const link = await at.enroll('ada@acme.example');
  expect(link).toMatch(new RegExp(`^${on.url}/enroll/ren_\\w+$`));
  expect(await (await fetch(link)).text()).toContain('ada.renamed@acme.example');
  const events = await on.database.query(
    `select actor_type, actor_id, action from audit_events where integration_id = $1 and action = 'enrollment.created'`,
    [at.integrationId],
  );
  expect(events).toEqual([{ actor_type: 'PERSON', actor_id: id, action: 'enrollment.created' }]);
});

test('the page names the organization, and its link leads to Okta with PKCE, nonce and state', async () => {
  await at.configure();
  const page = await (await fetch(`${on.url}/enroll?integration=${at.integrationId}`)).text();
  expect(page).toContain('data-state="OPEN"');
  expect(page).toContain(`/enroll/start?integration=${at.integrationId}`);
  const authorize = new URL(await new Browser().open(at.startUrl));
  expect(authorize.origin + authorize.pathname).toBe(`${at.rig.okta.url}/oauth2/v1/authorize`);
  expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
    client_id: at.app.clientId,
    response_type: 'code',
    scope: 'openid profile',
    max_age: '300',
    code_challenge_method: 'S256',
    redirect_uri: `${on.url}/enroll/callback`,
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  });
});

describe('whose link it is', () => {
  beforeEach(async () => void (await at.configure()));

  it('is decided by the login for a person that SCIM sent without an id of Okta', async () => {
    at.rig.okta.addPerson('grace@acme.example');
    await at.someone('Grace@acme.example', 'hr-17');
    expect(await at.enroll('grace@acme.example')).toContain('/enroll/ren_');
  });

  it('is not decided by a login that Okta gave to a new user', async () => {
    const former = at.rig.okta.addPerson('kim@acme.example');
    await at.someone('kim@acme.example', former.id);
    at.rig.okta.org.users.delete(former);
    at.rig.okta.addPerson('kim@acme.example');
    expect(await at.enroll('kim@acme.example')).toBe('UNKNOWN_PERSON');
  });

  it('is not decided by a login whose identity is linked to another user', async () => {
    at.rig.okta.addPerson('lin@acme.example');
    const { id } = await at.someone('lin@acme.example', null);
    await at.link(id, '00uAnotherUserOfOkta1');
    expect(await at.enroll('lin@acme.example')).toBe('UNKNOWN_PERSON');
  });

  it('is the person that the write-back is linked to, before any name', async () => {
    const okta = at.rig.okta.addPerson('max@acme.example');
    await at.someone('max@acme.example', null);
    const { id } = await at.someone('maxine@acme.example', null);
    await at.link(id, okta.id);
    const link = await at.enroll('max@acme.example');
    expect(await (await fetch(link)).text()).toContain('maxine@acme.example');
  });
});
