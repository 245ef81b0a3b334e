import { type Caller, Metrics } from '@rollcall/platform';
import { RecordPurge, RegistrationRechecks } from '@rollcall/sign-in';
import { SoftwareAuthenticator } from '../passkeys/software-authenticator.js';
import { Browser } from './browser.js';
import { RelyingParty } from './relying-party.js';
import { type Client, REDIRECT_URI, SignInApp } from './sign-in-app.js';

let on: SignInApp;
let caller: Caller;
let client: Client;
let party: RelyingParty;

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant();
});
beforeEach(async () => {
  client = await on.client(caller);
  party = await RelyingParty.discover(client);
});
afterAll(() => on?.stop());

const person = (name: string) => on.person(caller, client.integrationId, `${name}@acme.example`);

async function present(device: Awaited<ReturnType<typeof person>>['device'], parameters = {}): Promise<void> {
  const browser = new Browser();
  await browser.present(await browser.open(party.request(parameters).url), device);
}

/** The ledger row of an identity. Its `seq` increases each time the row is requeued. */
async function touches(identityId: string): Promise<{ seq: number; unsure: boolean; desired: boolean }> {
  await on.app.get(RegistrationRechecks, { strict: false }).settled();
  const [row] = await on.database.query<{ seq: number; unsure: boolean; desired: boolean }>(
    'select seq::int as seq, unsure, desired from registrations where identity_id = $1',
    [identityId],
  );
  return row!;
}

test('a sign-in is logged with person, passkey and browser, and the use of the passkey is noted', async () => {
  const ada = await person('ada');
  await party.signIn(new Browser(), ada.device);
  expect(await on.events(client.integrationId)).toEqual([
    {
      outcome: 'SUCCEEDED',
      reason: null,
      identity_id: ada.id,
      passkey_id: ada.passkeyId,
      ip: '127.0.0.1',
      user_agent: expect.any(String),
    },
  ]);
  const [passkey] = await on.passkeys.ofIdentities(caller, [ada.id]);
  expect(passkey).toMatchObject({ last_used_at: expect.any(Date) });
});

test('each sign-in that did not succeed is logged with its outcome, reason and person', async () => {
  const [ada, eve, kim] = [await person('ada'), await person('eve'), await person('kim')];
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  await on.identities.setActive(caller, client.integrationId, eve.id, false);
  await present(ada.device);
  await present(eve.device);
  await present(kim.device, { login_hint: 'ada@acme.example' });
  const browser = new Browser();
  const page = await browser.open(party.request().url);
  const { body } = await browser.post(`${page}/back`, {});
  const callback = new URL(await browser.open(body.location ?? ''));
  expect(callback.href).toMatch(REDIRECT_URI);
  expect(callback.searchParams.get('error')).toBe('access_denied');
  expect(await on.events(client.integrationId)).toMatchObject([
    { outcome: 'REFUSED', reason: 'PASSKEY_REVOKED', identity_id: ada.id },
    { outcome: 'REFUSED', reason: 'IDENTITY_INACTIVE', identity_id: eve.id },
    { outcome: 'REFUSED', reason: 'ANOTHER_PERSON', identity_id: kim.id },
    { outcome: 'ABANDONED', reason: 'WENT_BACK', identity_id: null },
  ]);
});

test('the eleventh try within a minute is refused', async () => {
  const browser = new Browser();
  const page = await browser.open(party.request().url);
  const tries = [];
  for (let each = 0; each < 11; each += 1) tries.push(await browser.post(`${page}/verify`, { response: {} }));
  expect(tries.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
});

test('a redirected person without a usable passkey makes their registration due again, at most once a minute', async () => {
  const ada = await person('ada');
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  const { seq } = await touches(ada.id);
  await present(ada.device);
  await present(ada.device);
  expect(await touches(ada.id)).toEqual({ seq: seq + 1, unsure: true, desired: false });
});

test('a redirect without a usable passkey counts once, whatever the person tries', async () => {
  const metric = on.app.get(Metrics, { strict: false });
  const counted = async (): Promise<number> =>
    Number(/^rollcall_sign_in_redirects_unusable_total(?:\{.*\})? (\d+)$/m.exec((await metric.scrape()).text)?.[1]);
  const ada = await person('ada');
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  const unknown = new SoftwareAuthenticator(ada.traits);
  unknown.create({
    rp: { id: 'localhost', name: 'Acme' },
    user: { id: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'eve', displayName: 'Eve' },
    challenge: 'AAAA',
    pubKeyCredParams: [],
  });
  const before = await counted();
  const browser = new Browser();
  const page = await browser.open(party.request({ login_hint: 'ada@acme.example' }).url);
  await browser.present(page, ada.device);
  await browser.present(page, ada.device);
  await on.app.get(RegistrationRechecks, { strict: false }).settled();
  expect(await counted()).toBe(before + 1);
  await present(unknown);
  expect(await counted()).toBe(before + 2);
});

test('the name that Okta sends is enough for a re-check, and changes no value', async () => {
  const [ada, eve] = [await person('ada'), await person('eve')];
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  const [before, untouched] = [await touches(ada.id), await touches(eve.id)];
  const browser = new Browser();
  for (const login_hint of ['ada@acme.example', 'eve@acme.example', 'nobody@acme.example']) {
    await browser.open(party.request({ login_hint }).url);
  }
  expect(await touches(ada.id)).toEqual({ ...before, seq: before.seq + 1, unsure: true });
  expect(await touches(eve.id)).toEqual(untouched);
});

test('ended flows are removed, and people who never finished are logged', async () => {
  const ada = await person('ada');
  await party.signIn(new Browser(), ada.device);
  await new Browser().open(party.request().url);
  await on.database.execute(
    `update sign_in_records set expires_at = now() - interval '1 second' where integration_id = $1`,
    [client.integrationId],
  );
  expect(await on.app.get(RecordPurge, { strict: false }).purge()).toBeGreaterThan(0);
  const [left] = await on.database.query('select 1 from sign_in_records where integration_id = $1', [
    client.integrationId,
  ]);
  expect(left).toBeUndefined();
  expect((await on.events(client.integrationId)).map(({ reason }) => reason)).toEqual([null, 'EXPIRED']);
});

test('the log keeps events for 90 days, and only the newest events of each integration', async () => {
  const purge = on.app.get(RecordPurge, { strict: false });
  const left = async (): Promise<number> => (await on.events(client.integrationId)).length;
  await on.database.execute(
    `insert into sign_in_events (tenant_id, integration_id, id, at, outcome)
     select $1, $2, ('00000000-0000-7000-8000-00000000000' || (5 - days))::uuid, now() - days * interval '18.5 days', 'ABANDONED'
     from generate_series(0, 5) days`,
    [caller.tenantId, client.integrationId],
  );
  await purge.trimLog();
  expect(await left()).toBe(5);
  await purge.trimLog(3);
  const kept = await on.database.query<{ days: number }>(
    `select round(extract(epoch from now() - at) / 86400 * 2)::int / 2.0 as days from sign_in_events where integration_id = $1 order by at desc`,
    [client.integrationId],
  );
  expect(kept.map(({ days }) => Number(days))).toEqual([0, 18.5, 37]);
});

test('no code, token or id of a flow is stored as it is', async () => {
  const ada = await person('ada');
  const browser = new Browser();
  const page = await browser.open(party.request().url);
  const { body } = await browser.present(page, ada.device);
  const callback = new URL(await browser.open(body.location ?? ''));
  const { body: tokens } = await party.exchange(callback);
  const secrets = [
    page.split('/').at(-1)!,
    callback.searchParams.get('code')!,
    tokens['access_token']!,
    tokens['id_token']!,
    client.clientSecret,
  ];
  const [{ text }] = (await on.database.query<{ text: string }>(
    `select (select coalesce(string_agg(r::text, ''), '') from sign_in_records r) || (select string_agg(e::text, '') from sign_in_events e)
       || (select string_agg(s::text, '') from sign_in_secrets s) || (select string_agg(a::text, '') from audit_events a) as text`,
  )) as [{ text: string }];
  for (const secret of secrets) expect(text).not.toContain(secret);
});

test('a person who is deleted and created again gets another subject', async () => {
  const first = await person('ada');
  const { sub } = (await party.signIn(new Browser(), first.device)).claims()!;
  await on.identities.delete(caller, client.integrationId, first.id);
  const again = await person('ada');
  const second = (await party.signIn(new Browser(), again.device)).claims()!;
  expect([sub, second.sub]).toEqual([first.id, again.id]);
  expect(again.id).not.toBe(first.id);
});

test('a person who is renamed stays the same subject', async () => {
  const ada = await person('ada');
  await on.identities.update(caller, client.integrationId, ada.id, (current) => ({
    ...current,
    userName: 'lovelace@acme.example',
    email: 'new@mail.example',
    profile: {},
  }));
  expect((await party.signIn(new Browser(), ada.device)).claims()).toMatchObject({
    sub: ada.id,
    preferred_username: 'lovelace@acme.example',
    email: 'new@mail.example',
  });
});
