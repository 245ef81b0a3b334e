import { eventually } from '../../support/index.js';
import { bentRigForAll, type BentRig } from './bent-rig.js';
import { type BentScim, scimRefusal } from './bent-scim.js';
import { ATTRIBUTE, EXTENSION } from './remote-scim.js';
import type { Rig } from './rig.js';
import { DEVIATIONS, filters, isList, isPatch } from './scim-deviations.js';
import type { Both, ScimRig } from './scim-rig.js';

describe('a SCIM server that', () => {
  let scim: ScimRig;
  let rig: Rig;
  let server: BentScim;
  let integrate: BentRig['integrate'];

  bentRigForAll((bent) => {
    ({ scim, server, integrate } = bent);
    rig = scim.rig;
  });

  async function people(names: readonly string[], registered?: boolean): Promise<Both[]> {
    const all: Both[] = [];
    for (const name of names) all.push(await scim.person(name, server.add(name, registered)));
    return all;
  }

  async function bound(...names: string[]): Promise<Both[]> {
    const all = await people(names);
    await scim.bind(all);
    return all;
  }

  /** Waits until the worker has no more work. The worker does not notice later changes at the target. */
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

  /** Gives a passkey to all our people except `exception`, but writes nothing to the target. */
  async function havePasskeys(exception = ''): Promise<void> {
    await nothingDue();
    await rig.database.execute(
      'update identities set active_passkeys = 1 where integration_id = $1 and user_name <> $2',
      [scim.key.integrationId, exception],
    );
  }

  it.each(Object.entries(DEVIATIONS))('%s is written to and reconciled', async (_, bend) => {
    await integrate(bend);
    const [lost, ghost, ...others] = await bound('lost', 'ghost', 'a', 'b', 'c', 'd', 'e');
    expect(server.users.map(({ registered }) => registered)).toEqual(server.users.map(() => true));
    await rig.change(scim.key, others[0]!.id, { passkeys: 0 });
    await rig.settles(others[0]!.id, { state: 'IN_SYNC', confirmed: false });
    expect(server.user(others[0]!.there)?.registered).toBe(false);

    const strangers = ['x', 'y', 'z'].map((name) => server.add(name, true));
    server.set(lost!.there, false);
    await rig.database.execute('update identities set active_passkeys = 0 where id = $1', [ghost!.id]);
    const { result, drift } = await scim.reconcile(false, 1);
    expect(result).toMatchObject({ status: 'SUCCEEDED', repaired: 2, failed: 0, error: null });
    expect(drift).toEqual(
      [`SET_TRUE ${lost!.id}`, `SET_FALSE ${ghost!.id}`, ...strangers.map((id) => `UNKNOWN_USER ${id}`)].sort(),
    );
    expect(server.users.filter((one) => one.registered).map((one) => one.userName.slice(0, -12))).toEqual([
      'lost',
      'b',
      'c',
      'd',
      'e',
      'x',
      'y',
      'z',
    ]);
  });

  it('fails at filters gets a request for the list of all users in the end', async () => {
    await integrate({ instead: (request) => (filters(request, EXTENSION) ? scimRefusal(500) : undefined) });
    const [lost] = await bound('lost', 'kept');
    server.set(lost!.there, false);
    expect(await scim.reconcile(false, 1)).toMatchObject({
      result: { status: 'SUCCEEDED' },
      drift: [`SET_TRUE ${lost!.id}`],
    });
  });

  it('has no such attribute is not confused with a server on which no person has a passkey', async () => {
    await integrate({
      instead: (request) => {
        if (request.path.startsWith('/Schemas')) return { status: 200, body: { totalResults: 0, Resources: [] } };
        return filters(request, EXTENSION) ? scimRefusal(400, 'invalidFilter') : undefined;
      },
    });
    await people(['ada']);
    await havePasskeys();
    const { result } = await scim.reconcile(false, 1);
    expect(result).toMatchObject({ status: 'FAILED', drifted: 0, error: expect.stringContaining('400') as string });
  });

  it('ends its list early is repaired as far as the list goes, and the run says that the list is incomplete', async () => {
    await integrate({
      most: 20,
      answer: (answer, request) =>
        isList(request) && filters(request, EXTENSION)
          ? { ...answer, body: { ...(answer.body as object), totalResults: 900 } }
          : answer,
    });
    const stale = await people(['stale']);
    await bound('ada');
    await nothingDue();
    server.set(stale[0]!.there, true);
    const { result, drift } = await scim.reconcile(false, 1);
    expect(drift).toEqual([`SET_FALSE ${stale[0]!.id}`]);
    expect(server.user(stale[0]!.there)?.registered).toBe(false);
    expect(result).toMatchObject({ status: 'FAILED', repaired: 1 });
    expect(result.error).toBe(
      'The SCIM server did not answer for 898 of the people to compare. Its list promised 898 more people than it named.',
    );
  });

  it('asks us to wait gets no request before that time', async () => {
    let refused = 0;
    await integrate({
      instead: (request) =>
        isPatch(request) && refused++ === 0 ? { ...scimRefusal(429), headers: { 'retry-after': '1' } } : undefined,
    });
    await bound('ada');
    expect(server.countOf('PATCH')).toBe(2);
  });

  it('accepts a value but does not store it is not trusted', async () => {
    await integrate({ instead: (request) => (isPatch(request) ? { status: 204 } : undefined) });
    const [ada] = await people(['ada']);
    await rig.bind(scim.key, ada!.id);
    await eventually(async () => expect(await scim.pausedReason()).toContain(`${EXTENSION}:${ATTRIBUTE}`));
    await rig.settles(ada!.id, { confirmed: false });
  });

  it('does not understand a kind of request gets such a request only once', async () => {
    await integrate({
      ...DEVIATIONS['refuses attributes'],
      instead: ({ query, operation }) =>
        query.has('attributes') || operation?.path ? scimRefusal(400, 'invalidPath') : undefined,
    });
    await bound('first');
    // Waits for the health check that follows new settings, because it may be slower than the first write.
    await eventually(() => {
      const checked = server.seen.filter((one) => isList(one) && filters(one, EXTENSION));
      expect(checked.at(-1)?.query.has('attributes')).toBe(false);
    });
    server.seen.length = 0;
    await bound('second', 'third');
    const users = server.seen.filter(({ path }) => path.startsWith('/Users'));
    expect(users.filter(({ query, operation }) => query.has('attributes') || operation?.path)).toEqual([]);
    expect(server.countOf('PATCH')).toBe(2);
  });

  describe('changes while it is listed', () => {
    const names = Array.from({ length: 60 }, (_, index) => `p${index}`);

    /**
     * The list starts with `leave` users who are not in Rollcall. Their attribute becomes false after the first page of
     * twenty was read, so the users on later pages move forward.
     */
    async function shifting(leave: number): Promise<Both[]> {
      await integrate({ most: 20 });
      const leavers = Array.from({ length: leave }, (_, index) => server.add(`leaver${index}`, true));
      const staying = await people(names, true);
      await havePasskeys('p19@example.com');
      server.bend.meanwhile = (_, { query }) => {
        if (Number(query.get('startIndex') ?? 1) > 1) for (const id of leavers) server.set(id, false);
      };
      return staying;
    }

    it.each([1, 3, 7, 20])(
      'finds a user who moves to the previous page when %i users leave the list',
      async (leave) => {
        const staying = await shifting(leave);
        const slipped = staying[19]!;
        const { result, drift } = await scim.reconcile(false, 1);
        expect(result).toMatchObject({ status: 'SUCCEEDED', repaired: 1 });
        expect(drift.filter((one) => !one.startsWith('UNKNOWN_USER'))).toEqual([`SET_FALSE ${slipped.id}`]);
        expect(staying.filter(({ there }) => !server.user(there)?.registered)).toEqual([slipped]);
        expect(server.countOf('PATCH')).toBe(1);
      },
    );

    it('and omits people: no other users are changed', async () => {
      await integrate({
        most: 20,
        answer: (answer, request) => {
          if (!isList(request) || !filters(request, EXTENSION)) return answer;
          const body = answer.body as { Resources: unknown[] };
          return { ...answer, body: { ...body, Resources: body.Resources.filter((_, index) => index % 3 !== 1) } };
        },
      });
      await people(names, true);
      await havePasskeys();
      const { result } = await scim.reconcile(false, 1);
      expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 0 });
      expect(server.countOf('PATCH')).toBe(0);
    });
  });
});
