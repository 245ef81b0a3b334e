import fc from 'fast-check';
import { RefusalStreak } from './refusal-streak.js';

it('is too long when the maximum number of different people were refused since it began, however often each was', () => {
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
        expect(streak.add(person)).toBe(tooMany);
        if (tooMany) since = [];
      }
    }),
  );
});
