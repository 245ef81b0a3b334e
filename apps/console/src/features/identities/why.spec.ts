import type { IntegrationFieldsFragment, RegistrationState } from '../../gql/graphql';
import { obstacleIn, whyOf } from './why';

const at = '2026-05-05T12:00:00Z';
const passkey = { id: 'p', deviceName: null, createdAt: at, lastUsedAt: null, revokedAt: null };
const registered = (fields: object = {}) => ({
  desired: true,
  confirmed: true,
  state: 'IN_SYNC' as RegistrationState,
  attempts: 0,
  lastError: null,
  nextAttemptAt: null,
  confirmedAt: at,
  ...fields,
});
const ada = (fields: object = {}) =>
  ({
    integrationId: 'acme',
    status: 'ACTIVE',
    enrollmentStatus: 'ENROLLED',
    passkeys: [passkey],
    registration: registered(),
    ...fields,
  }) as Parameters<typeof whyOf>[0];
const enabled = { enabled: true, okta: { routingRuleId: 'rule', routingActive: true } };
const acme = (sync: object | null = {}, rule = 'OK', signIn: object | null = enabled) =>
  ({
    id: 'acme',
    provider: 'OKTA',
    registrationSync: sync && { enabled: true, pausedReason: null, ...sync },
    health: { checks: [{ name: 'okta-routing-rule', status: rule, message: 'No routing rule', checkedAt: at }] },
    signIn,
    lastScimRequestAt: at,
  }) as unknown as IntegrationFieldsFragment;

test('finds no obstacle for a person that Okta routes to passkey sign-in', () => {
  const steps = whyOf(ada(), acme());
  expect(obstacleIn(steps)).toBeUndefined();
  expect(new Set(steps.map(({ tone }) => tone))).toEqual(new Set(['ok']));
});

test('a passkey of another provider does not require sign-in at Rollcall', () => {
  expect(obstacleIn(whyOf(ada(), acme({}, 'OK', null)))).toBeUndefined();
});

test.each([
  ['Suspended', ada({ status: 'SUSPENDED' }), acme()],
  ['No', ada({ passkeys: [], enrollmentStatus: 'UNENROLLED', registration: null }), acme()],
  ['All were revoked', ada({ passkeys: [{ ...passkey, revokedAt: at }], enrollmentStatus: 'UNENROLLED' }), acme()],
  ['Invited, but has not bound one', ada({ passkeys: [], enrollmentStatus: 'PENDING' }), acme()],
  ['Not set up', ada(), acme(null)],
  ['Switched off', ada(), acme({ enabled: false })],
  ['Paused: The token is dead', ada(), acme({ pausedReason: 'The token is dead' })],
  [
    'Parked: Not allowed',
    ada({ registration: registered({ state: 'PARKED', confirmed: null, lastError: 'Not allowed' }) }),
    acme(),
  ],
  [
    'Pending: About to be written to Okta.',
    ada({ registration: registered({ state: 'PENDING', confirmed: false }) }),
    acme(),
  ],
  ['Sign-in is disabled', ada(), acme({}, 'OK', { enabled: false, okta: null })],
  ['Routing is off', ada(), acme({}, 'OK', { ...enabled, okta: { routingRuleId: 'rule', routingActive: false } })],
  ['No routing rule', ada(), acme({}, 'WARN')],
])('names the first obstacle: %s', (answer, person, integration) => {
  expect(obstacleIn(whyOf(person, integration))?.answer).toBe(answer);
});
