import { setImmediate } from 'node:timers/promises';
import { LaneIdleNotifier } from './lane-idle-notifier.js';

describe('the notification of idle lanes', () => {
  const one = { tenantId: 't', integrationId: 'one' };
  const other = { tenantId: 't', integrationId: 'other' };

  it('reaches every waiter of the lane once, and no waiter of another lane', async () => {
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
