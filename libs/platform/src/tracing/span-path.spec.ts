import { spanPath, traced } from './span-path.js';

test.each([
  ['/scim/v2/i/Users?filter=userName%20eq%20%22ada%22', '/scim/v2/i/Users'],
  ['/enroll/ren_secret', '/enroll/…'],
  ['/enroll/ren_secret/registration?x=1', '/enroll/…/registration'],
  ['/api/v1/users/ada@acme.example?x=1', '/api/v1/users/…'],
  ['/api/v1/users/00u1a2b3c4d5e6f7g8h9/groups', '/api/v1/users/00u1a2b3c4d5e6f7g8h9/groups'],
  ['/scim/v2/i/Users/ada', '/scim/v2/i/Users/…'],
  ['/scim/v2/i/Users/0198c0de-0000-7000-8000-000000000000', '/scim/v2/i/Users/0198c0de-0000-7000-8000-000000000000'],
  ['?', ''],
])('%s is traced as %s', (url, path) => expect(spanPath(url)).toBe(path));

test('health checks and scrapes are not traced', () => {
  expect(['/health/live', '/health/ready', '/metrics', '/graphql', '/metricsish'].filter(traced)).toEqual([
    '/graphql',
    '/metricsish',
  ]);
});

it.each([
  ['/sign-in/0198/a-flow/verify', '/sign-in/0198/…/verify'],
  ['/oidc/0198/auth/a-flow', '/oidc/0198/auth/…'],
  ['/oidc/0198/auth?client_id=rci&login_hint=ada', '/oidc/0198/auth'],
  ['/sign-in', '/sign-in'],
])('removes the id of a sign-in flow: %s', (url, path) => expect(spanPath(url)).toBe(path));
