import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { attentionOf } from './attention';

const NOW = Date.parse('2026-05-05T12:00:00Z');
const inDays = (days: number): string => new Date(NOW + days * 86_400_000).toISOString();

const token = (fields: Partial<IntegrationFieldsFragment['credentials'][number]> = {}) => ({
  id: 'token',
  type: 'BEARER_TOKEN' as const,
  name: 'Okta app',
  clientId: null,
  lastFour: 'abcd',
  scopes: ['scim:all'],
  createdAt: inDays(-30),
  expiresAt: null,
  lastUsedAt: inDays(-1),
  revokedAt: null,
  ...fields,
});

const sync = (fields: Partial<NonNullable<IntegrationFieldsFragment['registrationSync']>> = {}) => ({
  oktaDomain: 'acme.okta.com',
  attribute: 'byndidRegistered',
  enabled: true,
  authMode: 'API_TOKEN' as const,
  pendingCount: 0,
  estimatedCompletionAt: null,
  parkedCount: 0,
  heldCount: 0,
  maxDirectoryChangeRatio: 0.2,
  registeredCount: 5,
  lastWriteAt: inDays(-1),
  pausedReason: null,
  ...fields,
});

const acme = (fields: Partial<IntegrationFieldsFragment> = {}): IntegrationFieldsFragment => ({
  id: 'acme',
  name: 'Acme',
  provider: 'OKTA',
  scimRegistration: null,
  createdAt: inDays(-30),
  scimUrl: 'https://rollcall.example/scim/v2/acme',
  tokenEndpoint: 'https://rollcall.example/oauth2/token',
  identityCount: 10,
  groupCount: 1,
  lastScimRequestAt: inDays(-1),
  credentials: [token()],
  registrationSync: sync(),
  signIn: null,
  health: { checks: [] },
  ...fields,
});

const titles = (...integrations: IntegrationFieldsFragment[]) =>
  attentionOf(integrations, NOW).map(({ title }) => title);

test('lists nothing when no problem exists', () => {
  expect(titles(acme())).toEqual([]);
});

test('lists the most severe problem first', () => {
  const parked = acme({ registrationSync: sync({ parkedCount: 2 }) });
  const paused = acme({ name: 'EMEA', registrationSync: sync({ pausedReason: 'Okta refused the token.' }) });
  const fresh = acme({ name: 'New', identityCount: 0 });
  expect(titles(fresh, parked, paused)).toEqual([
    'EMEA: writing to Okta is paused',
    'Acme: 2 people parked',
    'New: set-up is not finished',
  ]);
});

test('the text about a SCIM server does not mention Okta', () => {
  const partner = { provider: 'GENERIC_SCIM' as const, name: 'Partner' };
  const paused = acme({ ...partner, registrationSync: sync({ pausedReason: 'The SCIM server refused the token.' }) });
  expect(titles(paused)).toEqual(['Partner: writing to the SCIM server is paused']);
  const parked = acme({
    ...partner,
    registrationSync: sync({ parkedCount: 1 }),
    credentials: [token({ expiresAt: inDays(7) })],
  });
  expect(JSON.stringify(attentionOf([parked], NOW).map(({ text }) => text))).not.toContain('Okta');
});

test.each([
  ['expires in a week', [token({ expiresAt: inDays(7) })], ['Acme: Okta app expires soon']],
  ['expires in a week, and another one does not', [token({ expiresAt: inDays(7) }), token({ id: 'b' })], []],
  ['has expired', [token({ expiresAt: inDays(-1) })], ['Acme: no valid credentials']],
  ['was revoked', [token({ revokedAt: inDays(-1) })], ['Acme: no valid credentials']],
])('a token that %s', (_case, credentials, expected) => {
  expect(titles(acme({ credentials }))).toEqual(expected);
});

test('lists what the health check found', () => {
  const checks = [
    {
      name: 'okta-rights',
      status: 'FAIL' as const,
      message: 'The owner may not edit users.',
      code: null,
      checkedAt: inDays(-1),
    },
  ];
  expect(titles(acme({ health: { checks } }))).toEqual(['Acme: Okta rights']);
});
