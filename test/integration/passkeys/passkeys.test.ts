import fc from 'fast-check';
import { newId, systemCaller } from '@rollcall/platform';
import { type PasskeysApp, startPasskeysApp } from './passkeys-app.js';

let on: PasskeysApp;
beforeAll(async () => {
  on = await startPasskeysApp();
});
afterAll(() => on?.stop());

const record = (identityId: string, externalId: string, deviceName?: string) =>
  on.passkeys.recordPasskey(on.caller, { identityId, externalId, ...(deviceName && { deviceName }) });
const revoke = (id: string) => on.passkeys.revokePasskey(on.caller, id);
const activePasskeys = async (id: string) => (await on.identities.get(on.caller, on.integration.id, id)).activePasskeys;
const touches = (id: string) => on.ledger.touched.filter((touched) => touched === id).length;

describe('recordPasskey', () => {
  it('is idempotent by externalId, also when it arrives many times at once', async () => {
    const { id } = await on.person('ada');
    const recorded = await Promise.all(Array.from({ length: 8 }, () => record(id, 'cred-ada', 'Phone')));
    expect(new Set(recorded.map((passkey) => passkey.id)).size).toBe(1);
    expect(recorded[0]).toMatchObject({ source: 'EXTERNAL', device_name: 'Phone', revoked_at: null });
    expect(await activePasskeys(id)).toBe(1);
    expect(touches(id)).toBe(1);
  });

  it('creates a new passkey for a revoked credential, and keeps the old passkey as history', async () => {
    const { id } = await on.person('grace');
    const first = await record(id, 'cred-grace');
    await revoke(first.id);
    const second = await record(id, 'cred-grace');
    expect(second.id).not.toBe(first.id);
    expect(await on.passkeys.ofIdentities(on.caller, [id])).toMatchObject([
      { id: first.id, revoked_at: expect.any(Date) },
      { id: second.id, revoked_at: null },
    ]);
    expect(await activePasskeys(id)).toBe(1);
    expect(touches(id)).toBe(3);
  });

  it('refuses a credential of another person, in sequential and in concurrent calls', async () => {
    const people = await Promise.all(['edsger', 'tony', 'niklaus'].map((name) => on.person(name)));
    const taken = { code: 'CONFLICT', field: 'externalId' };
    const outcomes = await Promise.allSettled(people.map(({ id }) => record(id, 'cred-shared')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(taken);
    const counts = await Promise.all(people.map(({ id }) => activePasskeys(id)));
    expect(counts.toSorted()).toEqual([0, 0, 1]);
  });

  it('records the passkey of a suspended identity, whose registration waits for the reactivation', async () => {
    const { id } = await on.person('rob');
    await on.identities.setActive(on.caller, on.integration.id, id, false);
    await record(id, 'cred-rob');
    expect(await activePasskeys(id)).toBe(1);
  });

  it('ends an invitation', async () => {
    const { id } = await on.person('linus');
    await on.enrollments.createEnrollment(on.caller, { identityId: id });
    await record(id, 'cred-linus');
    expect((await on.identities.get(on.caller, on.integration.id, id)).invitedUntil).toBeNull();
  });

  it('refuses people who do not exist', async () => {
    const { id } = await on.person('dennis');
    await expect(record(newId(), 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(record('dennis', 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = systemCaller(newId(), 'stranger');
    await expect(on.passkeys.recordPasskey(stranger, { identityId: id, externalId: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('revokePasskey', () => {
  it('is idempotent and keeps the first date', async () => {
    const { id } = await on.person('alan');
    const passkey = await record(id, 'cred-alan');
    const revoked = await Promise.all(Array.from({ length: 6 }, () => revoke(passkey.id)));
    on.clock.advance(1000);
    revoked.push(await revoke(passkey.id));
    expect(new Set(revoked.map(({ revoked_at }) => revoked_at?.getTime())).size).toBe(1);
    expect(await activePasskeys(id)).toBe(0);
    expect(touches(id)).toBe(2);
  });

  it('finds no passkey of another tenant', async () => {
    const { id } = await on.person('barbara');
    const passkey = await record(id, 'cred-barbara');
    const stranger = systemCaller(newId(), 'stranger');
    await expect(on.passkeys.revokePasskey(stranger, passkey.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(revoke('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await activePasskeys(id)).toBe(1);
  });
});

describe('the number of active passkeys', () => {
  const operation = fc.record({
    kind: fc.constantFrom('record', 'revoke', 'invite', 'suspend', 'activate'),
    person: fc.nat({ max: 1 }),
    credential: fc.nat({ max: 3 }),
  });

  it('is exact after many concurrent changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 10, maxLength: 40 }), async (operations) => {
        const people = await Promise.all([newId(), newId()].map((name) => on.person(name)));
        const run = newId();
        const known = await Promise.all(people.map(({ id }, person) => record(id, `${run}-${person}-0`)));
        await Promise.all(
          operations.map(async ({ kind, person, credential }) => {
            const { id } = people[person]!;
            if (kind === 'record') return record(id, `${run}-${person}-${credential}`);
            if (kind === 'revoke') return revoke(known[person]!.id);
            if (kind === 'suspend' || kind === 'activate') {
              return on.identities.setActive(on.caller, on.integration.id, id, kind === 'activate');
            }
            return on.enrollments.createEnrollment(on.caller, { identityId: id }).catch(onlyConflict);
          }),
        );
        for (const { id } of people) {
          const passkeys = await on.passkeys.ofIdentities(on.caller, [id]);
          expect(await activePasskeys(id)).toBe(passkeys.filter(({ revoked_at }) => revoked_at === null).length);
          expect(touches(id)).toBeGreaterThanOrEqual(
            passkeys.length + passkeys.filter(({ revoked_at }) => revoked_at !== null).length,
          );
        }
      }),
      { numRuns: 12 },
    );
  });
});

/**
 * Ignores CONFLICT errors and throws all others. A concurrent call may have suspended the identity, which can then not
 * be invited.
 */
function onlyConflict(error: { code?: string }): void {
  if (error.code !== 'CONFLICT') throw error;
}
