import { inWords } from './in-words';

test.each([
  ['okta-token', 'Okta token'],
  ['oktaToken', 'Okta token'],
  ['admin_token.created', 'Admin token created'],
  ['scim-requests', 'SCIM requests'],
  ['sign-in-routing', 'Sign-in routing'],
  ['sign_in.enabled', 'Sign-in enabled'],
  ['userName', 'User name'],
  ['apiTokenChanged', 'API token changed'],
  ['enrollment.created', 'Enrollment created'],
  ['constructor', 'Constructor'],
])('%s reads "%s"', (name, words) => {
  expect(inWords(name)).toBe(words);
});
