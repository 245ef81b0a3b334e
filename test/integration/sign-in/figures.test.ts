import { type Caller, newId } from '@rollcall/platform';
import { SignInFiguresRepository } from '../../../libs/sign-in/src/figures/sign-in-figures.repository.js';
import { SignInEventRepository } from '../../../libs/sign-in/src/log/sign-in-event.repository.js';
import { SignInOutcome } from '../../../libs/sign-in/src/log/sign-in-outcome.js';
import { type Client, SignInApp } from './sign-in-app.js';

const HOUR_MS = 3_600_000;
const NOON = Date.parse('2030-05-05T12:00:00Z');
const { SUCCEEDED, REFUSED, ABANDONED } = SignInOutcome;

let on: SignInApp;
let caller: Caller;
let client: Client;

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant();
  client = await on.client(caller);
});
afterAll(() => on?.stop());

async function ended(at: number, outcome: SignInOutcome, durationMs: number, integrationId = client.integrationId) {
  await on.app.get(SignInEventRepository, { strict: false }).insert({
    tenant_id: caller.tenantId,
    id: newId(),
    integration_id: integrationId,
    at: new Date(at),
    outcome,
    reason: outcome === SUCCEEDED ? null : 'WENT_BACK',
    identity_id: null,
    passkey_id: null,
    ip: null,
    user_agent: null,
    duration_ms: durationMs,
  });
}

const figuresSince = (since: number) =>
  on.app
    .get(SignInFiguresRepository, { strict: false })
    .since({ tenantId: caller.tenantId, integrationId: client.integrationId }, new Date(since), HOUR_MS);

test('no sign-in leaves one row of zeros for the whole window', async () => {
  expect(await figuresSince(NOON)).toEqual([{ at: null, succeeded: 0, refused: 0, abandoned: 0, median: null }]);
});

test('counts each outcome by interval and as a whole, with the median of those that succeeded', async () => {
  await ended(NOON - 1, SUCCEEDED, 90_000);
  await ended(NOON, SUCCEEDED, 2_000);
  await ended(NOON + 1, SUCCEEDED, 4_000);
  await ended(NOON + 2, REFUSED, 60_000);
  await ended(NOON + 2 * HOUR_MS, ABANDONED, 1_000);
  await ended(NOON, SUCCEEDED, 50_000, (await on.client(caller)).integrationId);
  expect(await figuresSince(NOON)).toEqual([
    { at: new Date(NOON), succeeded: 2, refused: 1, abandoned: 0, median: 3 },
    { at: new Date(NOON + 2 * HOUR_MS), succeeded: 0, refused: 0, abandoned: 1, median: null },
    { at: null, succeeded: 2, refused: 1, abandoned: 1, median: 3 },
  ]);
});
