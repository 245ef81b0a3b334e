import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { FakeOktaSlotLeaseRepository } from './fake-okta-slot-lease.repository.js';
import { ORG_SLOTS } from './grant-slots.js';
import { OktaSlots } from './okta-slots.js';
import { SLOT_LEASE_MS } from './org-slots.js';

const org = { tenantId: 't', domain: 'acme.okta.com' };

/** Counts requests in flight in all processes. */
class UnderWay {
  now = 0;
  most = 0;

  async take(slots: OktaSlots, ms = 5): Promise<boolean> {
    const release = await slots.acquire(org);
    if (!release) return false;
    this.most = Math.max(this.most, (this.now += 1));
    await sleep(ms);
    this.now -= 1;
    release();
    return true;
  }
}

function processes(count: number): { leases: FakeOktaSlotLeaseRepository; slots: OktaSlots[]; underWay: UnderWay } {
  const leases = new FakeOktaSlotLeaseRepository();
  return { leases, slots: Array.from({ length: count }, () => new OktaSlots(leases)), underWay: new UnderWay() };
}

/** Advances fake timers, and lets promises settle. */
async function advance(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}

describe('the slots of a process', () => {
  beforeAll(() => Logger.overrideLogger(false));
  afterEach(() => jest.useRealTimers());

  it('are leased once for many requests', async () => {
    const { leases, slots, underWay } = processes(1);
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 16 }, () => underWay.take(slots[0]!, 1)));
    expect(leases.calls).toBe(1);
    await slots[0]!.onApplicationShutdown();
    expect(leases.rows.size).toBe(0);
  });

  it('never exceed the limit of the org, however many processes ask, and every request gets one', async () => {
    const { slots, underWay } = processes(6);
    const taken = await Promise.all(slots.flatMap((one) => Array.from({ length: 40 }, () => underWay.take(one))));
    expect(taken).not.toContain(false);
    expect(underWay.most).toBeLessThanOrEqual(ORG_SLOTS);
    expect(underWay.most).toBeGreaterThan(ORG_SLOTS / 2);
    await Promise.all(slots.map((one) => one.onApplicationShutdown()));
  });

  it('are returned for a process that waits, while the other requests continue', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const { leases, slots } = processes(2);
    const [greedy, late] = [slots[0]!, slots[1]!];
    const held = await Promise.all(Array.from({ length: ORG_SLOTS }, () => greedy.acquire(org)));
    const waiting = late.acquire(org);
    await advance(1_000);
    for (const release of held.slice(0, 40)) release!();
    await advance(6_000);
    const release = await waiting;
    expect(release).toBeDefined();
    expect([...leases.rows.values()].reduce((sum, row) => sum + row.slots, 0)).toBeLessThanOrEqual(ORG_SLOTS);
    release!();
    for (const one of held.slice(40)) one!();
    await Promise.all(slots.map((one) => one.onApplicationShutdown()));
  });

  it('are refused after a wait of ten seconds, and returned after a minute without use', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const { leases, slots } = processes(2);
    const held = await Promise.all(Array.from({ length: ORG_SLOTS }, () => slots[0]!.acquire(org)));
    const waiting = slots[1]!.acquire(org);
    await advance(10_500);
    expect(await waiting).toBeUndefined();
    for (const release of held) release!();
    await advance(75_000);
    expect([...leases.rows.values()].filter((row) => row.expiresAt > performance.now())).toEqual([]);
    expect(await slots[1]!.acquire(org)).toBeDefined();
  });

  it('are not used if the lease could expire during a request because its renewal failed', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const { leases, slots } = processes(1);
    (await slots[0]!.acquire(org))!();
    leases.failure = new Error('the database is gone');
    // A request can still start: 12 seconds of the lease are left, the margin is one second, and a request takes at
    // most ten.
    await advance(SLOT_LEASE_MS - 12_000);
    (await slots[0]!.acquire(org))!();
    await advance(5_000);
    const waiting = slots[0]!.acquire(org);
    await advance(10_500);
    expect(await waiting).toBeUndefined();
  });
});
