import type { IntegrationKey } from '@rollcall/directory';
import { Metrics } from '@rollcall/platform';
import { type Rig, rigForEach } from './rig.js';
import { reconcile } from './scim-rig.js';

describe('the bounds of a reconciliation', () => {
  let rig: Rig;
  let key: IntegrationKey;

  rigForEach((fresh, integration) => {
    rig = fresh;
    key = integration;
  });

  async function registered(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await rig.registered(key, `00u${index}`));
    return ids;
  }

  function lose(...ids: string[]): void {
    for (const id of ids) rig.okta.users.get(id)!.registered = false;
  }

  async function park(identityIds: readonly string[]): Promise<void> {
    await rig.database.execute(
      `update registrations set state = 'PARKED', last_error = 'Okta answered 403' where identity_id = any($1::uuid[])`,
      [identityIds],
    );
  }

  const numbered = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => `00u${from + index}`);

  it('repairs a lost flag without counting the repair as a bind', async () => {
    const binds = `rollcall_bind_to_okta_seconds_count{integration="${key.integrationId}"} 1`;
    await registered(1);
    expect((await rig.of(Metrics).scrape()).text).toContain(binds);
    lose('00u0');
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 1 });
    expect(result).toMatchObject({ status: 'SUCCEEDED', repaired: 1 });
    expect((await rig.of(Metrics).scrape()).text).toContain(binds);
  });

  it('repairs a lost flag although more people are parked than the safety cap allows to change', async () => {
    const people = await registered(16);
    lose(...numbered(0, 16));
    await park(people.slice(0, 15));
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 0.2 });
    expect(rig.okta.users.get('00u15')?.registered).toBe(true);
    expect(result).toMatchObject({ status: 'SUCCEEDED', drifted: 16, repaired: 10, failed: 6, error: null });
    expect(rig.okta.writes.slice(16)).toHaveLength(10);
  });

  it('fails when the list of the target leads back to a page that it has read, and changes no user', async () => {
    await registered(3);
    lose('00u0');
    const registeredUsers = rig.list.registered.bind(rig.list);
    let pages = 0;
    rig.list.registered = async (org, next) => {
      pages += 1;
      const page = await registeredUsers(org);
      return { ...page, next: next === 'b' ? 'a' : 'b' };
    };
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 1 });
    expect(result).toMatchObject({ status: 'FAILED', repaired: 0 });
    expect(pages).toBeLessThan(6);
    expect(rig.okta.users.get('00u0')?.registered).toBe(false);
  });

  it('says why a parked person was left alone', async () => {
    const people = await registered(11);
    lose(...numbered(0, 11));
    await park(people);
    await reconcile(rig, key, { dryRun: false, maxChangeRatio: 0.2 });
    const left = await rig.database.query(`select error from reconciliation_drift where repaired_at is null`);
    expect(left).toEqual([{ error: 'Parked: Okta answered 403' }]);
  });

  it('changes no user with a ratio of 0', async () => {
    await registered(3);
    lose('00u0');
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 0 });
    expect(result).toMatchObject({ status: 'FAILED', drifted: 1, repaired: 0 });
    expect(result.error).toMatch(/^SAFETY_CAP: more than 0 people/);
    expect(rig.okta.users.get('00u0')?.registered).toBe(false);
  });

  it.each([
    ['links back to a page that was read', (next: string | undefined) => (next === '2' ? '1' : '2'), 10],
    ['gives a new link to the same page each time', (next: string | undefined) => `${Number(next ?? 0) + 1}`, 110],
  ])('fails when the list %s', async (_, nextOf, most) => {
    await registered(2);
    lose('00u0');
    let requests = 0;
    jest.spyOn(rig.list, 'registered').mockImplementation(async (__, next) => {
      requests += 1;
      const users = [...rig.okta.users.values()].filter((user) => user.registered);
      return { users, next: nextOf(next) };
    });
    const { result } = await reconcile(rig, key, { dryRun: false, maxChangeRatio: 1 });
    expect(result).toMatchObject({ status: 'FAILED', repaired: 0 });
    expect(result.error).toMatch(/^Okta lists its users without end/);
    expect(requests).toBeLessThan(most);
  });
});
