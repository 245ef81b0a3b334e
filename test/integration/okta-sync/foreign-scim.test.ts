import { CheckStatus } from '@rollcall/directory-integration';
import { Doctor } from '@rollcall/okta-sync';
import { EXTENSION, ForeignScim } from './foreign-scim.js';
import type { Rig } from './rig.js';
import { ScimRig, type Both } from './scim-rig.js';

describe('a SCIM server that is not ours', () => {
  let scim: ScimRig;
  let rig: Rig;
  let foreign: ForeignScim;

  beforeAll(async () => {
    [scim, foreign] = await Promise.all([ScimRig.start(), ForeignScim.start()]);
    rig = scim.rig;
  });

  afterAll(async () => {
    await scim.stop();
    await foreign.stop();
  });

  const signIn = {
    bearer: { bearerToken: ForeignScim.token },
    basic: { basic: ForeignScim.basic },
    unpaged: { bearerToken: ForeignScim.token },
  };

  async function integrate(mount: keyof typeof signIn): Promise<void> {
    foreign.clear();
    await scim.integrate(foreign.url(mount), EXTENSION, signIn[mount]);
  }

  async function person(name: string, id?: string): Promise<Both> {
    const more = { externalId: `e-${name}`, ...(id !== undefined && { id }) };
    return scim.person(name, foreign.addUser(`${name}@example.com`, more));
  }

  async function registered(...names: string[]): Promise<Both[]> {
    const people = await Promise.all(names.map((name) => person(name)));
    await scim.bind(people);
    return people;
  }

  it.each(['bearer', 'basic'] as const)('receives true and false, authenticated by %s', async (mount) => {
    await integrate(mount);
    const ada = await person('ada');
    await rig.bind(scim.key, ada.id);
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: true, okta_user_id: ada.there });
    expect(foreign.flag(ada.there)).toBe(true);
    await rig.change(scim.key, ada.id, { passkeys: 0 });
    await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: false });
    expect(foreign.flag(ada.there)).toBe(false);
    expect(foreign.countOf('PATCH')).toBe(2);
  });

  it('has no user with that name', async () => {
    await integrate('bearer');
    const nobody = await rig.person(scim.key, {
      externalId: 'e-nobody',
      userName: 'nobody@example.com',
      inOkta: false,
    });
    await rig.bind(scim.key, nobody);
    await rig.settles(nobody, { state: 'UNLINKED', last_error: expect.stringContaining('e-nobody') as string });
    expect(foreign.countOf('PATCH')).toBe(0);
  });

  it('has ids with odd characters', async () => {
    await integrate('bearer');
    const odd = await person('odd', 'CN=Öd d,OU=a/b?x=1&y#z%41+');
    await rig.bind(scim.key, odd.id);
    await rig.settles(odd.id, { state: 'IN_SYNC', confirmed: true, okta_user_id: odd.there });
    expect(foreign.flag(odd.there)).toBe(true);
  });

  it('is reconciled: a dry run reports differences, and a real run repairs them within the cap', async () => {
    await integrate('bearer');
    const [lost, ghost, gone, ...others] = await registered('lost', 'ghost', 'gone', 'a', 'b', 'c');
    const stranger = foreign.addUser('stranger@example.com', { registered: true });
    foreign.set(lost!.there, false);
    foreign.remove(gone!.there);
    await rig.database.execute('update identities set active_passkeys = 0 where id = $1', [ghost!.id]);
    for (let index = 0; index < 250; index += 1) foreign.addUser(`other${index}@example.com`);
    const late = await person('late');
    foreign.set(late.there, true);
    const expected = [
      `SET_FALSE ${ghost!.id}`,
      `SET_FALSE ${late.id}`,
      `SET_TRUE ${lost!.id}`,
      `UNKNOWN_USER ${stranger}`,
      `UNLINKED ${gone!.id}`,
    ].sort();
    const patched = foreign.countOf('PATCH');

    const dry = await scim.reconcile(true);
    expect(dry.result).toMatchObject({ status: 'SUCCEEDED', drifted: 5, repaired: 0, error: null });
    expect(dry.drift).toEqual(expected);
    expect(foreign.countOf('PATCH')).toBe(patched);

    const real = await scim.reconcile(false);
    expect(real.result).toMatchObject({ status: 'SUCCEEDED', drifted: 5, repaired: 3, failed: 0 });
    expect(foreign.countOf('PATCH')).toBe(patched + 3);
    expect([lost, ghost, late].map((one) => foreign.flag(one!.there))).toEqual([true, false, false]);
    expect(foreign.flag(stranger)).toBe(true);
    for (const { there } of others) expect(foreign.flag(there)).toBe(true);
  });

  it('is not changed beyond the cap', async () => {
    await integrate('bearer');
    const people = await registered(...Array.from({ length: 12 }, (_, index) => `p${index}`));
    for (const { there } of people) foreign.set(there, false);
    const refused = await scim.reconcile(false);
    expect(refused.result).toMatchObject({ status: 'FAILED', error: expect.stringContaining('SAFETY_CAP') as string });
    expect(people.map(({ there }) => foreign.flag(there))).toEqual(people.map(() => false));
    expect((await scim.reconcile(false, 1)).result).toMatchObject({ status: 'SUCCEEDED', repaired: 12 });
    expect(people.map(({ there }) => foreign.flag(there))).toEqual(people.map(() => true));
  });

  it('that ignores paging leads to no wrong change, and the run says how many people it did not see', async () => {
    await integrate('unpaged');
    for (let index = 0; index < 20; index += 1) foreign.addUser(`other${index}@example.com`);
    const people = await registered('a', 'b', 'c');
    const { result } = await scim.reconcile(false);
    expect(result).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('promised') as string,
      drifted: 0,
    });
    expect(people.map(({ there }) => foreign.flag(there))).toEqual([true, true, true]);
  });

  it('passes the doctor', async () => {
    await integrate('bearer');
    await registered('ada');
    const { OK, FAIL } = CheckStatus;
    const examine = async () => {
      const checks = await rig.of(Doctor).examine(scim.caller, scim.key.integrationId);
      return Object.fromEntries(checks.map(({ name, status }) => [name, status]));
    };
    expect(await examine()).toMatchObject({
      'target-server': OK,
      'target-credentials': OK,
      'target-filter': OK,
      'target-patch': OK,
      'target-paging': OK,
      'target-attribute': OK,
      'registration-sync': OK,
    });
    await scim.configure(foreign.url('bearer'), EXTENSION, { bearerToken: 'dead' });
    expect(await examine()).toMatchObject({ 'target-server': OK, 'target-credentials': FAIL });
  });
});
