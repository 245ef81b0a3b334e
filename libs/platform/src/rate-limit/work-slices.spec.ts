import { TenantCosts } from './tenant-costs.js';
import { finish, SLICE_MS, type Steps, WorkSlices } from './work-slices.js';

describe('slices of long work', () => {
  let now = 0;
  const ran: string[] = [];
  let slices: WorkSlices;
  beforeEach(() => {
    now = 0;
    ran.length = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    slices = new WorkSlices(new TenantCosts());
  });
  afterEach(() => jest.restoreAllMocks());

  function* work(name: string, count: number, ms: number): Steps<string> {
    for (let step = 1; step <= count; step += 1) {
      ran.push(`${name}${step}`);
      now += ms;
      yield;
    }
    return name;
  }

  it('runs short work without a pause', async () => {
    const done = slices.run('a', work('a', 3, 0.1));
    expect(ran).toEqual(['a1', 'a2', 'a3']);
    await expect(done).resolves.toBe('a');
  });

  it('runs one slice per turn of the event loop and alternates between tenants, even if one tenant has much work', async () => {
    const all = [
      slices.run('a', work('a', 3, SLICE_MS)),
      slices.run('a', work('b', 3, SLICE_MS)),
      slices.run('z', work('z', 3, SLICE_MS)),
    ];
    expect(ran).toEqual(['a1', 'b1', 'z1']);
    const perTurn: number[] = [];
    for (let before = ran.length; ran.length < 9; before = ran.length) {
      await new Promise(setImmediate);
      perTurn.push(ran.length - before);
    }
    expect(Math.max(...perTurn)).toBe(1);
    expect(ran.slice(3)).toEqual(['a2', 'z2', 'b2', 'z3', 'a3', 'b3']);
    await Promise.all(all);
  });

  it('charges the tenant, and throws the error of the work', async () => {
    const costs = new TenantCosts();
    const charged = jest.spyOn(costs, 'charge');
    function* failing(): Steps<void> {
      yield* work('a', 2, SLICE_MS);
      throw new Error('no');
    }
    await expect(new WorkSlices(costs).run('a', failing())).rejects.toThrow('no');
    expect(charged.mock.calls.reduce((sum, [, ms]) => sum + ms, 0)).toBe(2 * SLICE_MS);
  });

  it('can be finished without a pause', () => {
    expect(finish(work('a', 2, 100))).toBe('a');
  });
});
