import fc from 'fast-check';
import { readDelivery } from './hook-delivery.js';

describe('the body of an event hook', () => {
  it('yields the ids of the users in each event', () => {
    const target = [
      { id: '00u1', type: 'User' },
      { id: '0oa1', type: 'AppInstance' },
      { id: '00u2', type: 'User' },
    ];
    const events = [
      { uuid: 'a', eventType: 'user.account.update_profile', target },
      { uuid: 'b', target: [] },
      { target },
      null,
    ];
    expect(readDelivery({ data: { events } })).toEqual([{ id: 'a', userIds: ['00u1', '00u2'] }]);
  });

  it('never makes the reader throw, whatever it contains', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (body, events) => {
        expect(Array.isArray(readDelivery(body))).toBe(true);
        expect(Array.isArray(readDelivery({ data: { events: [events, { uuid: 'x', target: [events] }] } }))).toBe(true);
      }),
    );
  });
});
