import { ExitCode } from '../output/exit-code.js';
import type { CommandContext } from './command-context.js';
import { syncStatus } from './sync-status.js';

const SYNC = {
  oktaDomain: 'acme.example.com',
  attribute: 'byndidRegistered',
  enabled: true,
  authMode: 'API_TOKEN',
  pendingCount: 0,
  estimatedCompletionAt: null,
  parkedCount: 0,
  heldCount: 0,
  registeredCount: 1,
  lastWriteAt: null,
  pausedReason: null,
  pausedAt: null,
};
const NOBODY = { totalCount: 0, nodes: [] };
const LATE = { name: 'registration-sync', status: 'FAIL', message: 'no worker takes them' };
const BOB = {
  totalCount: 1,
  nodes: [
    {
      id: 'b',
      userName: 'bob@example.com',
      registration: { attempts: 3, lastError: 'Okta answered 503', nextAttemptAt: '2026-11-23T20:01:02.345Z' },
    },
  ],
};
const ADA = { totalCount: 1, nodes: [{ id: 'a', userName: 'ada@example.com', registration: { lastError: 'gone' } }] };

/** Runs the command against a fake API and records its output. */
async function statusOf(integration: object): Promise<{ code: ExitCode; said: string }> {
  let said = '';
  const nodes = [
    {
      id: 'i',
      name: 'Acme',
      scimRegistration: null,
      registrationSync: SYNC,
      health: { checks: [LATE] },
      ...integration,
    },
  ];
  const answer = (query: string) =>
    query.includes('directoryIntegrations')
      ? { directoryIntegrations: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } }
      : { parked: NOBODY, retrying: BOB, unlinked: ADA };
  const context = {
    api: { request: (query: string) => Promise.resolve(answer(query)) },
    print: <T>(value: T, say: (value: T) => string) => void (said = say(value)),
  } as unknown as CommandContext;
  return { code: await syncStatus(context, 'acme'), said };
}

test.each([
  [{ provider: 'OKTA' }, '  Okta        acme.example.com, attribute byndidRegistered, API token', 'Okta'],
  [
    { provider: 'OKTA', registrationSync: { ...SYNC, authMode: 'OAUTH' } },
    '  Okta        acme.example.com, attribute byndidRegistered, OAuth',
    'Okta',
  ],
  [
    { provider: 'GENERIC_SCIM', scimRegistration: { authentication: 'BASIC' } },
    '  SCIM server acme.example.com, attribute byndidRegistered, user name and password',
    'the SCIM server',
  ],
])('shows the target, and how Rollcall signs in to it: %j', async (integration, line, where) => {
  const { code, said } = await statusOf(integration);
  expect(code).toBe(ExitCode.OK);
  expect(said.split('\n')).toEqual(expect.arrayContaining([line, `Not found in ${where}:`, '  ada@example.com: gone']));
});

test('fails while paused, and shows the reason', async () => {
  const { code, said } = await statusOf({
    provider: 'OKTA',
    registrationSync: { ...SYNC, pausedReason: 'a dead token' },
  });
  expect(code).toBe(ExitCode.FAILED);
  expect(said).toContain('a dead token');
});

test('shows how to decide about held changes, and when the queue will be written', async () => {
  const registrationSync = { ...SYNC, heldCount: 390, estimatedCompletionAt: '2026-11-23T20:31:02.345Z' };
  const { said } = await statusOf({ provider: 'OKTA', registrationSync });
  expect(said).toContain('held        390');
  expect(said).toContain('rollcall sync approve "Acme"');
  expect(said).toContain('the last written at about 2026-11-23T20:31:02Z');
});

test("shows the health check's message about a stalled queue, and when the next attempt is", async () => {
  const { said } = await statusOf({ provider: 'OKTA' });
  expect(said).toContain('no worker takes them');
  expect(said).toContain('  bob@example.com: Okta answered 503 (tried 3 times, next at 20:01:02 UTC)');
  const paused = await statusOf({ provider: 'OKTA', registrationSync: { ...SYNC, pausedReason: 'a dead token' } });
  expect(paused.said).not.toContain('no worker takes them');
});
