import type { RegistrationEventKind } from '../../gql/graphql';
import { historyWords } from './history-words';

test.each<[RegistrationEventKind, boolean, boolean | null, string | null, string, string | undefined]>([
  ['DESIRED', true, null, null, 'To be registered', 'Active, with a passkey.'],
  ['DESIRED', false, true, null, 'No longer to be registered', 'Suspended, or without a passkey.'],
  ['CONFIRMED', true, true, null, 'Okta has true', undefined],
  ['CONFIRMED', false, false, null, 'Okta has false', undefined],
  ['PARKED', true, null, 'E0000006', 'Okta refused it; parked', 'E0000006'],
  ['RETRIED', true, null, 'Grace', 'Another try asked for by Grace', undefined],
  ['RECONCILED', true, false, null, 'A reconciliation found a difference', 'Okta had false, and should have had true.'],
])('%s, desired %s, confirmed %s, note %s', (kind, desired, confirmed, note, title, detail) => {
  expect(historyWords({ kind, desired, confirmed, note }, 'OKTA')).toMatchObject({ title, ...(detail && { detail }) });
});

test('the text about a SCIM server does not mention Okta', () => {
  const event = { kind: 'CONFIRMED', desired: true, confirmed: true } as const;
  expect(historyWords(event, 'GENERIC_SCIM').title).toBe('The SCIM server has true');
});
