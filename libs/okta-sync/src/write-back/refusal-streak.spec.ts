import fc from 'fast-check';
import { RefusalStreak } from './refusal-streak.js';

it('reaches its limit when that many different people were refused, however often each of them was', () => {
  const event = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constant(undefined));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(event), (most, events) => {
      const streak = new RefusalStreak(most);
      let since: string[] = [];
      for (const person of events) {
        if (person === undefined) {
          streak.end();
          since = [];
          continue;
        }
        since.push(person);
        const tooMany = new Set(since).size >= most;
        expect(streak.add(person, new Date(0))).toBe(tooMany);
        if (tooMany) since = [];
      }
    }),
  );
});

it('starts again with new settings, without their notification, and ignores refusals under earlier settings', () => {
  const streak = new RefusalStreak(2);
  const [before, after] = [new Date(1_000), new Date(2_000)];
  expect(streak.add('a', before)).toBe(false);
  expect(streak.add('b', after)).toBe(false);
  expect(streak.add('c', before)).toBe(false);
  expect(streak.add('d', after)).toBe(true);
});
