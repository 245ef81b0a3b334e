import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { mintToken, newId } from '@rollcall/platform';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { Enrollee, ORIGIN } from './enrollee.js';
import { type PasskeysApp, startPasskeysApp } from './passkeys-app.js';
import { createCredential } from './software-authenticator.js';

let on: PasskeysApp;
beforeAll(async () => {
  on = await startPasskeysApp();
});
afterAll(() => on?.stop());

async function invited(userName: string, expiresIn?: number) {
  const person = await on.person(userName, `${userName} of Acme`);
  const enrollment = await on.enrollments.createEnrollment(on.caller, {
    identityId: person.id,
    ...(expiresIn && { expiresIn }),
  });
  return { person, enrollment, enrollee: new Enrollee(on, enrollment.url) };
}

async function passkeyCount(identityId: string): Promise<number> {
  const [row] = await on.database.query<{ active: number }>(
    'select count(*)::int as active from passkeys where identity_id = $1 and revoked_at is null',
    [identityId],
  );
  return row!.active;
}

const current = (id: string) => on.identities.get(on.caller, on.integration.id, id);

describe('a person with a link', () => {
  it('binds a passkey, once', async () => {
    const { person, enrollment, enrollee } = await invited('ada');
    expect(enrollment.url).toMatch(/^https:\/\/id\.acme\.example\/enroll\/ren_/);
    expect(await current(person.id)).toMatchObject({ activePasskeys: 0, invitedUntil: enrollment.expiresAt });

    const page = await enrollee.page();
    expect(page.status).toBe(200);
    expect(page.html).toContain('ada of Acme');
    expect(page.html).toContain('Acme');

    const { body: options } = await enrollee.options();
    expect(options).toMatchObject({
      rp: { id: 'id.acme.example', name: 'Acme' },
      user: { name: 'ada', displayName: 'ada of Acme' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [],
    });
    expect(await enrollee.bind()).toEqual({ status: 200, body: { deviceName: 'Passkey' } });

    expect(await current(person.id)).toMatchObject({ activePasskeys: 1, invitedUntil: null });
    expect(on.ledger.touched.filter((id) => id === person.id)).toHaveLength(1);
    expect(await enrollee.options()).toMatchObject({ status: 410, body: { error: 'USED' } });
    const again = await enrollee.page();
    expect(again.status).toBe(410);
    expect(again.html).not.toContain('ada of Acme');

    const trail = await on.database.query<{ action: string; actor_type: string; detail: object }>(
      `select action, actor_type, detail from audit_events where detail->>'identityId' = $1 order by id`,
      [person.id],
    );
    expect(trail).toMatchObject([
      { action: 'enrollment.created', actor_type: 'SYSTEM' },
      { action: 'passkey.bound', actor_type: 'ENROLLEE', detail: { source: 'WEBAUTHN', activePasskeys: 1 } },
    ]);
    expect(JSON.stringify(trail)).not.toContain(enrollment.url.split('/').at(-1));
  });

  it('gets one passkey and eight times 200 when the same response is sent eight times', async () => {
    const { person, enrollee } = await invited('grace');
    const response = await enrollee.credential();
    const answers = await Promise.all(Array.from({ length: 8 }, () => enrollee.verify(response)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(Array<number>(8).fill(200));
    expect(await passkeyCount(person.id)).toBe(1);
    expect((await current(person.id)).activePasskeys).toBe(1);
  });

  it('gets the same success again when the first answer was lost; another response is refused', async () => {
    const { person, enrollee } = await invited('radia');
    const response = await enrollee.credential();
    const first = await enrollee.verify(response);
    expect(await enrollee.verify(response)).toEqual(first);
    const other = createCredential(
      {
        challenge: 'AAAA',
        rp: { id: 'id.acme.example' },
        user: { id: 'AAAA' },
      } as PublicKeyCredentialCreationOptionsJSON,
      { origin: ORIGIN },
    );
    expect(await enrollee.verify(other)).toMatchObject({ status: 410, body: { error: 'USED' } });
    const [passkey] = await on.passkeys.ofIdentities(on.caller, [person.id]);
    await on.passkeys.revokePasskey(on.caller, passkey!.id);
    expect(await enrollee.verify(response)).toMatchObject({ status: 410, body: { error: 'USED' } });
  });

  it('gets the list of known passkeys on the second device, and can name its passkey', async () => {
    const { person, enrollee } = await invited('edsger');
    const response = await enrollee.credential();
    await enrollee.verify(response, '  Blue   key ');
    const { url } = await on.enrollments.createEnrollment(on.caller, { identityId: person.id });
    const { body } = await new Enrollee(on, url).options();
    expect(body['excludeCredentials']).toEqual([{ id: response.id, type: 'public-key', transports: ['internal'] }]);
    const [passkey] = await on.passkeys.ofIdentities(on.caller, [person.id]);
    expect(passkey).toMatchObject({ device_name: 'Blue key', source: 'WEBAUTHN', credential_id: response.id });
  });

  it('can still use the link if the authenticator already has a passkey', async () => {
    const { person, enrollee } = await invited('barbara');
    const first = await enrollee.credential();
    await enrollee.verify(first);
    const { url } = await on.enrollments.createEnrollment(on.caller, { identityId: person.id });
    const second = new Enrollee(on, url);
    await second.options();
    await on.database.execute('update enrollments set challenge = $2 where identity_id = $1 and used_at is null', [
      person.id,
      challengeOf(first),
    ]);
    expect(await second.verify(first)).toMatchObject({ status: 409, body: { error: 'ALREADY_ENROLLED' } });
    expect((await second.page()).status).toBe(200);
    expect((await current(person.id)).activePasskeys).toBe(1);
  });
});

describe('an invalid response', () => {
  it.each([
    ['made on another site', { origin: 'https://id.acme.example.evil.test' }],
    ['made without verifying the person', { origin: ORIGIN, userVerified: false }],
    ['made in a frame of another site', { origin: ORIGIN, crossOrigin: true }],
  ])('is refused when %s, and the link stays open', async (how, traits) => {
    const { person, enrollee } = await invited(`mallory ${how}`);
    const { body } = await enrollee.options();
    const forged = createCredential(body as unknown as PublicKeyCredentialCreationOptionsJSON, traits);
    expect(await enrollee.verify(forged)).toMatchObject({ status: 400, body: { error: 'INVALID_RESPONSE' } });
    expect(await passkeyCount(person.id)).toBe(0);
    expect((await enrollee.bind()).status).toBe(200);
  });

  it('is refused when it answers an older challenge or arrives too late', async () => {
    const { enrollee } = await invited('ken');
    const older = await enrollee.credential();
    const newer = await enrollee.credential();
    expect(await enrollee.verify(older)).toMatchObject({ status: 409, body: { error: 'CEREMONY_EXPIRED' } });
    on.clock.advance(5 * 60_000);
    expect(await enrollee.verify(newer)).toMatchObject({ status: 409, body: { error: 'CEREMONY_EXPIRED' } });
    expect((await enrollee.bind()).status).toBe(200);
  });

  it('is refused when no challenge was sent, or when it is malformed', async () => {
    const { enrollee } = await invited('dennis');
    const stranger = createCredential(
      {
        challenge: 'AAAA',
        rp: { id: 'id.acme.example' },
        user: { id: 'AAAA' },
      } as PublicKeyCredentialCreationOptionsJSON,
      { origin: ORIGIN },
    );
    expect(await enrollee.verify(stranger)).toMatchObject({ status: 409, body: { error: 'CEREMONY_EXPIRED' } });
    expect(await enrollee.verify({} as never)).toMatchObject({ status: 400, body: { error: 'INVALID_RESPONSE' } });
  });
});

describe('a link that is not open', () => {
  it('is ended by a newer link, and says so while that link is open', async () => {
    const { person, enrollee } = await invited('linus');
    const { url } = await on.enrollments.createEnrollment(on.caller, { identityId: person.id });
    expect(await enrollee.options()).toMatchObject({ status: 410, body: { error: 'REPLACED' } });
    expect((await new Enrollee(on, url).bind()).status).toBe(200);
    expect(await enrollee.options()).toMatchObject({ status: 410, body: { error: 'EXPIRED' } });
  });

  it('leaves one open link when several are made at once', async () => {
    const { person } = await invited('margaret');
    await Promise.all(
      Array.from({ length: 6 }, () => on.enrollments.createEnrollment(on.caller, { identityId: person.id })),
    );
    const open = await on.database.query(
      'select 1 from enrollments where identity_id = $1 and used_at is null and expires_at > $2',
      [person.id, on.clock.now()],
    );
    expect(open).toHaveLength(1);
  });

  it('is revoked, once, and says so; the person counts as not invited again', async () => {
    const { person, enrollee } = await invited('leslie');
    const response = await enrollee.credential();
    const [open] = await on.enrollments.openOf(on.caller, [person.id]);
    await on.enrollments.cancelEnrollment(on.caller, open!.id);
    expect(await enrollee.verify(response)).toMatchObject({ status: 410, body: { error: 'CANCELLED' } });
    expect((await enrollee.page()).html).toContain('This link was revoked');
    expect(await on.enrollments.openOf(on.caller, [person.id])).toEqual([]);
    expect(await on.identities.get(on.caller, on.integration.id, person.id)).toMatchObject({ invitedUntil: null });
    await expect(on.enrollments.cancelEnrollment(on.caller, open!.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const elsewhere = { ...on.caller, tenantId: person.id };
    await expect(on.enrollments.cancelEnrollment(elsewhere, open!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('expires', async () => {
    const { enrollee } = await invited('alan', 60);
    const response = await enrollee.credential();
    on.clock.advance(60_000);
    expect(await enrollee.verify(response)).toMatchObject({ status: 410, body: { error: 'EXPIRED' } });
    expect((await enrollee.page()).html).toContain('This link has expired');
  });

  it('cannot be used while the account is suspended', async () => {
    const { person, enrollee } = await invited('rob');
    const response = await enrollee.credential();
    await on.identities.setActive(on.caller, on.integration.id, person.id, false);
    expect(await enrollee.verify(response)).toMatchObject({ status: 403, body: { error: 'SUSPENDED' } });
    expect((await enrollee.page()).status).toBe(403);
    await on.identities.setActive(on.caller, on.integration.id, person.id, true);
    expect((await enrollee.verify(response)).status).toBe(200);
  });

  it.each([
    ['of nobody', mintToken('enroll', DEFAULT_TENANT_ID).token],
    ['of another tenant', mintToken('enroll', newId()).token],
    ['of another kind', mintToken('admin', DEFAULT_TENANT_ID).token],
    ['of no shape', '%3Cscript%3E'],
  ])('is unknown when its token is %s', async (_, token) => {
    const stranger = new Enrollee(on, `${ORIGIN}/enroll/${token}`);
    expect((await stranger.page()).status).toBe(404);
    expect(await stranger.options()).toMatchObject({ status: 404, body: { error: 'UNKNOWN' } });
    expect(await stranger.status()).toMatchObject({ status: 404, body: { error: 'UNKNOWN' } });
  });
});

describe('createEnrollment', () => {
  it('refuses suspended and unknown people', async () => {
    const { person } = await invited('tony');
    const create = (identityId: string) => on.enrollments.createEnrollment(on.caller, { identityId });
    await expect(create(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(create('tony')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await on.identities.setActive(on.caller, on.integration.id, person.id, false);
    await expect(create(person.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('suspended'),
    });
  });
});

describe('the status', () => {
  it('says whether Okta has the registration, once Okta is connected', async () => {
    const { person, enrollee } = await invited('frances');
    await enrollee.bind();
    expect((await enrollee.status()).body).toEqual({ state: 'USED', registration: 'NOT_EXPECTED' });
    await on.syncs.configure(on.caller, {
      integrationId: on.integration.id,
      oktaDomain: 'acme.okta.com',
      apiToken: '00abc',
    });
    expect((await enrollee.status()).body).toEqual({ state: 'USED', registration: 'WAITING' });
    on.reporter.confirm(DEFAULT_TENANT_ID, person.id);
    expect((await enrollee.status()).body).toEqual({ state: 'USED', registration: 'CONFIRMED' });
    const [passkey] = await on.passkeys.ofIdentities(on.caller, [person.id]);
    await on.passkeys.revokePasskey(on.caller, passkey!.id);
    expect((await enrollee.status()).body).toEqual({ state: 'USED', registration: 'NOT_EXPECTED' });
  });
});

function challengeOf(response: { response: { clientDataJSON: string } }): string {
  const clientData = Buffer.from(response.response.clientDataJSON, 'base64url').toString();
  return (JSON.parse(clientData) as { challenge: string }).challenge;
}
