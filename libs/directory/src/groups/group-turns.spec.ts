import { noteTurn, withRequestId } from '@rollcall/platform';
import { GroupTurns } from './group-turns.js';

const settled = () => new Promise(setImmediate);

describe('turns of a group', () => {
  let turns: GroupTurns;
  let left: number;
  beforeEach(() => {
    turns = new GroupTurns();
    left = 0;
  });

  /** A change by a request, which is done when `end` is called. */
  function change(group: string, tenantId = 'acme') {
    let end = (): void => undefined;
    const promise = new Promise<void>((resolve) => (end = resolve));
    let begun = false;
    const done = withRequestId('r', () => {
      noteTurn(() => void (left += 1));
      return turns.run(tenantId, group, () => {
        begun = true;
        return promise;
      });
    });
    done.catch(() => undefined);
    return { done, end: () => end(), hasBegun: () => begun };
  }

  it('are one at a time, in order; other groups do not wait', async () => {
    const changes = [change('g'), change('g'), change('g')];
    const other = change('h');
    const begun = () => [...changes, other].map(({ hasBegun }) => hasBegun());
    await settled();
    expect(begun()).toEqual([true, false, false, true]);
    changes[0]!.end();
    await settled();
    expect(begun()).toEqual([true, true, false, true]);
    changes[1]!.end();
    await settled();
    expect(begun()).toEqual([true, true, true, true]);
  });

  it('go on after a change that fails', async () => {
    const failing = turns.run('acme', 'g', () => Promise.reject(new Error('no')));
    const next = change('g');
    await expect(failing).rejects.toThrow('no');
    await settled();
    expect(next.hasBegun()).toBe(true);
  });

  it('are waited for outside the tenant’s share, but for those beyond 500', async () => {
    change('g');
    expect(left).toBe(0);
    const aside = change('g');
    expect(left).toBe(1);
    const first = change('h');
    for (let count = 0; count < 600; count += 1) change(count % 2 === 0 ? 'g' : 'h');
    expect(left).toBe(500);
    change('g', 'other');
    change('g', 'other');
    expect(left).toBe(501);
    first.end();
    await settled();
    change('h');
    expect(left).toBe(502);
    expect(aside.hasBegun()).toBe(false);
  });

  it('run outside the tenant’s share four at a time, in however many groups', async () => {
    const groups = Array.from({ length: 12 }, (_, index) => `g${index}`);
    const first = groups.map((group) => change(group));
    const second = groups.map((group) => change(group));
    const other = [change('g0', 'other'), change('g0', 'other')] as const;
    for (const { end } of [...first, other[0]]) end();
    await settled();
    const begun = () => second.filter(({ hasBegun }) => hasBegun()).length;
    expect([begun(), other[1].hasBegun()]).toEqual([4, true]);
    second[0]!.end();
    await settled();
    expect(begun()).toBe(5);
  });

  it('are refused when 500 wait already', async () => {
    for (let count = 0; count <= 500; count += 1) change('g');
    await expect(change('g').done).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
    const other = change('h');
    await settled();
    expect(other.hasBegun()).toBe(true);
  });
});
