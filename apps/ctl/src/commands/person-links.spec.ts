import { linksOf } from './person-links.js';

const PERSON = { id: '7', externalId: '00u1' };
const at = (provider: 'OKTA' | 'GENERIC_SCIM', oktaDomain?: string) => ({
  provider,
  scimUrl: 'https://rollcall.example.com/scim/v2/9',
  registrationSync: oktaDomain === undefined ? null : { oktaDomain },
});
const IN_CONSOLE = { console: 'https://rollcall.example.com/directory/identities/7' };

test('links to the console, and to the user in the admin console of their Okta org', () => {
  expect(linksOf(PERSON, at('OKTA', 'acme.okta.com'))).toEqual({
    ...IN_CONSOLE,
    okta: 'https://acme-admin.okta.com/admin/user/profile/view/00u1',
  });
});

test.each([
  ['the domain is a custom one', PERSON, at('OKTA', 'login.acme.example')],
  ['the sync is not configured', PERSON, at('OKTA')],
  ['the directory is not Okta', PERSON, at('GENERIC_SCIM', 'acme.okta.com')],
  ['the id in Okta is unknown', { ...PERSON, externalId: null }, at('OKTA', 'acme.okta.com')],
])('links to the console only when %s', (_, person, integration) => {
  expect(linksOf(person, integration)).toEqual(IN_CONSOLE);
});
