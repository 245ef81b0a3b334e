import { setImmediate } from 'node:timers/promises';
import { LaneIdleNotifier } from './lane-idle-notifier.js';

describe('lanes at rest', () => {
  const one = { tenantId: 't', integrationId: 'one' };
  const other = { tenantId: 't', integrationId: 'other' };

  it('notifies every waiter of this lane once, and no other waiter', async () => {
    const lanes = new LaneIdleNotifier();
    const told: string[] = [];
    const listen = (name: string, key: typeof one) => void lanes.next(key).then(() => told.push(name));
    listen('first', one);
    listen('second', one);
    listen('stranger', other);
    lanes.announce(one);
    listen('late', one);
    await setImmediate();
    expect(told).toEqual(['first', 'second']);
    lanes.announce(one);
    lanes.announce(other);
    await setImmediate();
    expect(told).toEqual(['first', 'second', 'late', 'stranger']);
  });
});
