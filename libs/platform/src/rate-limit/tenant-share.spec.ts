import { EventEmitter } from 'node:events';
import { BURST_MS, TenantCosts } from './tenant-costs.js';
import { MAX_AT_ONCE, MAX_WAITING, TenantShare } from './tenant-share.js';

class FakeResponse extends EventEmitter {
  closed = false;

  end(): void {
    this.closed = true;
    this.emit('close');
  }
}

const settled = () => new Promise(setImmediate);

describe('the share of a tenant', () => {
  let share: TenantShare;
  let costs: TenantCosts;
  let entered: number[];
  beforeEach(() => {
    costs = new TenantCosts();
    share = new TenantShare(costs);
    entered = [];
  });

  const enter = (tenantId: string, number = 0): { response: FakeResponse; done: Promise<void> } => {
    const response = new FakeResponse();
    const done = share.enter(tenantId, response as never).then(() => void entered.push(number));
    // Callers that still wait at the end of a test are refused after it.
    done.catch(() => undefined);
    return { response, done };
  };

  it('limits the concurrent requests of a tenant; further requests wait in order, and other tenants do not wait', async () => {
    const running = Array.from({ length: MAX_AT_ONCE }, () => enter('a'));
    await settled();
    enter('a', 1);
    enter('a', 2);
    await settled();
    expect(entered).toHaveLength(MAX_AT_ONCE);
    enter('b', 3);
    await settled();
    expect(entered.at(-1)).toBe(3);
    running[0]?.response.end();
    await settled();
    expect(entered.at(-1)).toBe(1);
    running[1]?.response.end();
    await settled();
    expect(entered.at(-1)).toBe(2);
  });

  it('refuses a request when too many are waiting', async () => {
    for (let count = 0; count < MAX_AT_ONCE + MAX_WAITING; count += 1) void enter('a');
    await expect(enter('a').done).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1 });
    await expect(enter('b').done).resolves.toBeUndefined();
  });

  it('is released when the client disconnected while it waited', async () => {
    const running = Array.from({ length: MAX_AT_ONCE }, () => enter('a'));
    await settled();
    enter('a', 1).response.end();
    enter('a', 2);
    running[0]?.response.end();
    await settled();
    expect(entered.slice(-2)).toEqual([1, 2]);
  });

  it('delays a tenant that used more than its share while another tenant is active', async () => {
    share.arrive('b');
    share.arrive('a');
    costs.charge('a', BURST_MS + 5);
    const late = enter('a', 1);
    enter('b', 2);
    await settled();
    expect(entered).toEqual([2]);
    await late.done;
    expect(entered).toEqual([2, 1]);
    costs.charge('a', 60_000);
    expect(() => share.arrive('a')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }));
    expect(() => share.arrive('b')).not.toThrow();
  });
});
