import { authenticationOf, savedSignIn } from './scim-sign-in';

const filled = { ...savedSignIn(null), userName: 'u', tokenEndpoint: 't', clientId: 'c', scope: '', secret: 's' };

test.each([
  ['BEARER_TOKEN', { bearerToken: 's' }],
  ['BASIC', { basic: { userName: 'u', password: 's' } }],
  ['CLIENT_CREDENTIALS', { clientCredentials: { tokenEndpoint: 't', clientId: 'c', clientSecret: 's' } }],
] as const)('%s is sent with its own fields only', (type, expected) => {
  expect(authenticationOf({ ...filled, type })).toEqual(expected);
});

test('nothing is sent without a secret, so that the saved one is kept', () => {
  expect(authenticationOf({ ...filled, secret: '' })).toBeUndefined();
});
