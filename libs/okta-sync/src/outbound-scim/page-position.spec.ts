import fc from 'fast-check';
import { nextPosition, pageQuery, readPosition, type PagePosition } from './page-position.js';

/** Goes through a list of so many users on a server that gives at most `most` a page. @returns the users seen, by their place */
function readAll(total: number, most: number, byCursor: boolean): number[] {
  const seen: number[] = [];
  for (let position: PagePosition | undefined = byCursor ? { cursor: '' } : { startIndex: 1 }; position;) {
    const query = pageQuery(position);
    const from = byCursor ? Number(query.get('cursor')) : Number(query.get('startIndex')) - 1;
    const users = Array.from({ length: Math.max(0, Math.min(most, total - from)) }, (_, index) => from + index);
    seen.push(...users);
    const nextCursor = from + users.length < total ? String(from + users.length) : undefined;
    const next = nextPosition(position, { totalResults: total, ...(byCursor && { nextCursor }) }, users.length);
    position = next === undefined ? undefined : readPosition(next);
  }
  return seen;
}

it('everybody is seen once, however few users a server gives at a time, by index and by cursor', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 250 }), fc.boolean(), (total, most, byCursor) => {
      expect(readAll(total, most, byCursor)).toEqual(Array.from({ length: total }, (_, index) => index));
    }),
  );
});

it('a server that promises more than it gives is not asked for ever', () => {
  expect(nextPosition({ startIndex: 1 }, { totalResults: 100 }, 0)).toBeUndefined();
  expect(nextPosition({ cursor: 'a' }, { totalResults: 100, nextCursor: '' }, 5)).toBeUndefined();
});
