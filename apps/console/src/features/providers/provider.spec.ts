import type { DirectoryProvider } from '../../gql/graphql';
import { targetOf } from './provider';

const integration = (provider: DirectoryProvider, written = true) =>
  ({ provider, registrationSync: written ? {} : null }) as Parameters<typeof targetOf>[0][number];

test.each([
  ['Okta', [integration('OKTA'), integration('OKTA', false)]],
  ['the SCIM server', [integration('GENERIC_SCIM')]],
  ['the directory', [integration('OKTA'), integration('GENERIC_SCIM')]],
  ['Okta', [integration('OKTA'), integration('GENERIC_SCIM', false)]],
])('the target is called %s', (name, integrations) => {
  expect(targetOf(integrations)).toBe(name);
});
