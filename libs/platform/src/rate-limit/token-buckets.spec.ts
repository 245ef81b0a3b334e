import fc from 'fast-check';
import { TokenBuckets } from './token-buckets.js';

describe('token buckets', () => {
  it('allow the requests of one minute at once, then return whole seconds to wait', () => {
    const buckets = new TokenBuckets(60);
    for (let count = 0; count < 60; count += 1) expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBe(1);
    expect(buckets.take('b', 0)).toBe(0);
    expect(buckets.take('a', 1000)).toBe(0);
    expect(buckets.take('a', 1000)).toBe(1);
  });

  it('allow a caller that waited for the returned time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 2000 }), (perMinute, requests) => {
        const buckets = new TokenBuckets(perMinute);
        let wait = 0;
        for (let count = 0; count <= requests; count += 1) wait = buckets.take('a', 0);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait > 0).toBe(requests >= perMinute);
        if (wait > 0) expect(buckets.take('a', wait * 1000)).toBe(0);
      }),
    );
  });

  it('do not limit when the number is 0', () => {
    const off = new TokenBuckets(0);
    for (let count = 0; count < 1000; count += 1) expect(off.take('a', 0)).toBe(0);
  });

  it('remember only the most recently used keys', () => {
    const buckets = new TokenBuckets(1, 3);
    const takes = (...keys: string[]) => keys.map((key) => buckets.take(key, 0) > 0);
    expect(takes('a', 'b', 'c', 'a')).toEqual([false, false, false, true]);
    expect(takes('d')).toEqual([false]);
    expect(takes('a', 'c', 'b')).toEqual([true, true, false]);
    expect(buckets.size).toBe(3);
  });
});
