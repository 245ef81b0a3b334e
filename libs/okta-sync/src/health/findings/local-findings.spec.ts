import { CheckStatus, DirectoryProvider } from '@rollcall/directory-integration';
import { credentialsUseFinding, groupsFinding, reconciliationFinding } from './local-findings.js';
import { scimFinding } from './scim-client-finding.js';

const NOW = new Date('2026-11-23T20:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000);

it.each([
  ['never called', null, null, 'WARN', 'No SCIM request has come in yet'],
  ['called today', daysAgo(0.5), null, 'OK', 'came in at'],
  ['is silent', daysAgo(4), null, 'WARN', 'lost its token'],
  ['is turned away since', daysAgo(0.5), daysAgo(0.1), 'WARN', 'not accepted'],
  ['was turned away before', daysAgo(0.1), daysAgo(0.5), 'OK', 'came in at'],
  ['was only ever turned away', null, daysAgo(0.5), 'WARN', 'not accepted'],
])('reports on a SCIM client that %s', (_, last_scim_request_at, refused_at, status, said) => {
  for (const provider of Object.values(DirectoryProvider)) {
    const { status: found, message } = scimFinding({ provider, last_scim_request_at, refused_at }, NOW);
    expect([found, message]).toEqual([status, expect.stringContaining(said)]);
    if (provider === DirectoryProvider.GENERIC_SCIM) expect(message).not.toContain('Okta');
  }
});

it.each([
  [null, null, null, 'OK', 'not been compared yet'],
  [daysAgo(1), null, 0, 'OK', 'no difference is left'],
  [daysAgo(1), null, 3, 'WARN', '3 in all'],
  [daysAgo(3), null, 0, 'WARN', 'RECONCILE_CRON'],
  [daysAgo(1), 'Okta answered 503', 0, 'WARN', 'Okta answered 503'],
])(
  'reports on a last reconciliation at %p with error %p and %p differences left: %s',
  (run_at, run_error, unrepaired, status, said) => {
    const found = reconciliationFinding({ run_at, run_error, unrepaired }, NOW);
    expect([found.status, found.message]).toEqual([status, expect.stringContaining(said)]);
  },
);

it.each([
  [CheckStatus.OK, daysAgo(1), null, 'OK', 'in use'],
  [CheckStatus.OK, daysAgo(25), null, 'WARN', 'for 25 days'],
  [CheckStatus.OK, daysAgo(25), daysAgo(2), 'OK', 'in use'],
  [CheckStatus.FAIL, daysAgo(0), daysAgo(2), 'UNKNOWN', 'The last write was at'],
  [CheckStatus.UNKNOWN, daysAgo(0), null, 'UNKNOWN', 'did not accept'],
  [null, null, null, 'UNKNOWN', 'did not accept'],
])(
  'reports on credentials with the check result %p at %p, and a last write at %p: %s',
  (status, checkedAt, writtenAt, expected, said) => {
    const use = { credentials_status: status, credentials_checked_at: checkedAt, last_write_at: writtenAt };
    const found = credentialsUseFinding(use, NOW);
    expect([found.status, found.message]).toEqual([expected, expect.stringContaining(said)]);
  },
);

it.each([
  [0, false, true, 'OK', 'No group was pushed yet'],
  [1, true, true, 'OK', '1 group was pushed'],
  [2, false, false, 'OK', '2 groups were pushed'],
  [2, false, true, 'WARN', 'are empty'],
])('reports on %i groups, with members: %p, with people: %p: %s', (groups, has_members, has_people, status, said) => {
  const found = groupsFinding({ groups, has_members, has_people });
  expect([found.status, found.message]).toEqual([status, expect.stringContaining(said)]);
});
