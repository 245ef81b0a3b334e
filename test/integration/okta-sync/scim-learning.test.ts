import { eventually } from '../../support/index.js';
import { bentRigForAll, type BentRig } from './bent-rig.js';
import { type Bend, type BentScim, scimRefusal } from './bent-scim.js';
import { ATTRIBUTE, EXTENSION } from './remote-scim.js';
import type { Rig } from './rig.js';
import { filters, isList, isPatch } from './scim-deviations.js';
import type { Both, ScimRig } from './scim-rig.js';

/** A deviation: the server accepts a value at once, but returns it only `ms` milliseconds later. */
function late(ms: number): Bend {
  const shown = new Map<string, { value: boolean | undefined; until: number }>();
  return {
    meanwhile: (bent, request) => {
      if (!isPatch(request)) return;
      const id = request.path.split('/').at(-1) ?? '';
      shown.set(id, { value: bent.user(id)?.registered, until: performance.now() + ms });
    },
    show: (user) => {
      const before = shown.get(user['id'] as string);
      if (!before || performance.now() > before.until) return user;
      return { ...user, [EXTENSION]: before.value === undefined ? undefined : { [ATTRIBUTE]: before.value } };
    },
  };
}

describe('what Rollcall learns about a SCIM server', () => {
  let scim: ScimRig;
  let rig: Rig;
  let server: BentScim;
  let integrate: BentRig['integrate'];

  bentRigForAll(
    (bent) => {
      ({ scim, server, integrate } = bent);
      rig = scim.rig;
    },
    { uncertainMs: 8_000 },
  );

  const person = (name: string): Promise<Both> => scim.person(name, server.add(name));

  async function bound(...names: string[]): Promise<Both[]> {
    const all: Both[] = [];
    for (const name of names) all.push(await person(name));
    await scim.bind(all);
    return all;
  }

  async function nothingDue(): Promise<void> {
    await eventually(async () => {
      const open = await rig.database.query(
        `select identity_id from registrations where integration_id = $1 and (due_at is not null or locked_until is not null)
         union all select position from registration_sweeps where integration_id = $1 and pending`,
        [scim.key.integrationId],
      );
      expect(open).toEqual([]);
    });
  }

  describe('that returns new values late', () => {
    it.each([300, 800])('(%i ms): one write for each change, and no pause', async (ms) => {
      await integrate(late(ms));
      const [ada, bob] = await bound('ada', 'bob');
      await rig.change(scim.key, ada!.id, { passkeys: 0 });
      await rig.settles(ada!.id, { state: 'IN_SYNC', confirmed: false });
      expect(await scim.pausedReason()).toBeNull();
      expect([server.user(ada!.there)?.registered, server.user(bob!.there)?.registered]).toEqual([false, true]);
      expect(server.countOf('PATCH')).toBe(3);
    });

    it('(5 s, from the first write on): no pause, and a person whose passkey is revoked during that time is false in the end', async () => {
      await integrate(late(5_000));
      const [ada, bob] = [await person('ada'), await person('bob')];
      await rig.bind(scim.key, ada.id);
      await eventually(() => expect(server.countOf('PATCH')).toBeGreaterThan(0));
      await rig.change(scim.key, ada.id, { passkeys: 0 });
      await rig.bind(scim.key, bob.id);
      await rig.settles(ada.id, { state: 'IN_SYNC', confirmed: false, due_at: null });
      await eventually(async () =>
        expect(await rig.row(bob.id)).toMatchObject({ state: 'IN_SYNC', confirmed: true, due_at: null }),
      );
      expect(await scim.pausedReason()).toBeNull();
      expect([server.user(ada.there)?.registered, server.user(bob.there)?.registered]).toEqual([false, true]);
    });
  });

  it('is not decided by a single 412: the next changes contain no version', async () => {
    let refused = 0;
    await integrate({ instead: (request) => (isPatch(request) && refused++ === 0 ? scimRefusal(412) : undefined) });
    await bound('ada');
    await bound('bob', 'cleo');
    const versions = server.seen.filter(isPatch).map(({ ifMatch }) => ifMatch);
    expect(versions).toEqual([undefined, '*', undefined, undefined]);
  });

  it('decides to send versions at once after two refusals of changes without a version', async () => {
    await integrate({
      version: (changes) => `"${changes}"`,
      instead: (request) => (isPatch(request) && request.ifMatch === undefined ? scimRefusal(412) : undefined),
    });
    await bound('ada', 'bob', 'cleo', 'dan');
    expect(server.seen.filter((request) => isPatch(request) && request.ifMatch === undefined)).toHaveLength(2);
  });

  describe('about its lists', () => {
    it('that promise the same number too many each time: no person is missing from the second run on', async () => {
      await integrate({
        answer: (answer, request) => {
          if (!isList(request) || !filters(request, EXTENSION)) return answer;
          const body = answer.body as { totalResults: number };
          return { ...answer, body: { ...body, totalResults: body.totalResults + 7 } };
        },
      });
      await bound('ada');
      await nothingDue();
      expect((await scim.reconcile(false, 1)).result).toMatchObject({ status: 'FAILED' });
      expect((await scim.reconcile(false, 1)).result).toMatchObject({ status: 'SUCCEEDED', error: null });
    });

    it('that count more than matches in every search: no person is missing, also right after a restart', async () => {
      await integrate({
        answer: (answer, request) =>
          isList(request) ? { ...answer, body: { ...(answer.body as object), totalResults: 900 } } : answer,
      });
      await bound('ada');
      await nothingDue();
      await rig.stopProcesses();
      await rig.startProcess();
      expect((await scim.reconcile(false, 1)).result).toMatchObject({ status: 'SUCCEEDED', error: null });
    });

    it('that ignore startIndex: every run says how many people it did not see', async () => {
      await integrate({ most: 20, meanwhile: (_, { query }) => query.delete('startIndex') });
      for (let index = 0; index < 44; index += 1) server.add(`stranger${index}`, true);
      await bound('ada');
      await nothingDue();
      for (const _ of [1, 2]) {
        const { result } = await scim.reconcile(false, 1);
        expect(result).toMatchObject({ status: 'FAILED', error: expect.stringContaining('25') as string });
      }
    });
  });

  it('survives a restart: people who are refused one at a time are parked by a server that has accepted others', async () => {
    await integrate({});
    await bound('held');
    await eventually(async () =>
      expect(
        await rig.database.query(
          'select 1 from registration_syncs where integration_id = $1 and last_write_at > updated_at',
          [scim.key.integrationId],
        ),
      ).toHaveLength(1),
    );
    await rig.stopProcesses();
    await rig.startProcess();
    server.bend.instead = (request) => (isPatch(request) ? scimRefusal(400, 'invalidValue') : undefined);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const refused = await person(name);
      await rig.bind(scim.key, refused.id);
      await rig.settles(refused.id, { state: 'PARKED', confirmed: false });
    }
    expect(await scim.pausedReason()).toBeNull();
  });
});
