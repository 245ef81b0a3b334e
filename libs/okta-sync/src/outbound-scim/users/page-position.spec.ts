import fc from 'fast-check';
import { FIRST_CURSOR, FIRST_INDEX, missingAfter, nextPosition, type PagePosition } from './page-position.js';

interface FakeList {
  /** The users in the order of the list, at the time of each request. */
  at: (request: number) => readonly number[];
  /** Maximum number of users per page. */
  most: number;
  total?: ((all: number, page: number) => number | undefined) | undefined;
}

/** @returns the users of all pages without the overlap, the number of requests, and the number of users that were missing at the end */
function readAll({ at, most, total = (all) => all }: FakeList, from: PagePosition) {
  const seen: string[] = [];
  let requests = 0;
  let missing = 0;
  for (let position: PagePosition | undefined = from; position; requests += 1) {
    if (requests > 10_000) throw new Error('asks for ever');
    const all = at(requests);
    const begin = 'cursor' in position ? Number(position.cursor) : position.startIndex - 1;
    const ids = all.slice(begin, begin + most).map(String);
    const known: readonly string[] = 'cursor' in position ? [] : position.known;
    seen.push(...ids.filter((id) => !known.includes(id)));
    const more = 'cursor' in position && begin + ids.length < all.length;
    const nextCursor = more ? String(begin + ids.length) : undefined;
    const facts = { ids, totalResults: total(all.length, ids.length), nextCursor };
    missing = missingAfter(position, facts);
    position = nextPosition(position, facts);
  }
  return { seen, requests, missing };
}

const numbers = (length: number) => Array.from({ length }, (_, index) => index);
const sizes = [fc.nat(600), fc.integer({ min: 1, max: 250 })] as const;

it('sees every user once, by index and by cursor, however few users the server returns per page', () => {
  fc.assert(
    fc.property(...sizes, fc.boolean(), (length, most, byCursor) => {
      const list = { at: () => numbers(length), most };
      const { seen, missing } = readAll(list, byCursor ? FIRST_CURSOR : FIRST_INDEX);
      expect(seen).toEqual(numbers(length).map(String));
      expect(missing).toBe(0);
    }),
  );
});

it('sees every user whom the server shows, although it hides up to a thousand users in a row', () => {
  const hidden = fc.record({ from: fc.integer({ min: 0, max: 2_000 }), many: fc.integer({ min: 0, max: 1_000 }) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), hidden, (length, { from, many }) => {
      const isHidden = (place: number): boolean => place >= from && place < from + many;
      const seen = new Set<number>();
      let requests = 0;
      for (let position: PagePosition | undefined = FIRST_INDEX; position; requests += 1) {
        const begin = 'cursor' in position ? 0 : position.startIndex - 1;
        const shown = numbers(length)
          .slice(begin, begin + 200)
          .filter((place) => !isHidden(place));
        for (const place of shown) seen.add(place);
        position = nextPosition(position, { ids: shown.map(String), totalResults: length, nextCursor: undefined });
      }
      expect([...seen]).toEqual(numbers(length).filter((place) => !isHidden(place)));
      expect(requests).toBeLessThan(60);
    }),
  );
});

it.each<[string, FakeList['total']]>([
  ['is missing', () => undefined],
  ['is that of the page', (_, page) => page],
])('sees every user once if totalResults %s and the page size is a round number', (_, total) => {
  fc.assert(
    fc.property(fc.nat(600), fc.constantFrom(5, 10, 20, 25, 50, 100, 200), (length, most) => {
      const list = { at: () => numbers(length), most, total };
      expect(readAll(list, FIRST_INDEX).seen).toEqual(numbers(length).map(String));
    }),
  );
});

it('misses no user who stays in the list, while other users leave and join between two pages', () => {
  const change = fc.record({
    leave: fc.integer({ min: 0, max: 120 }),
    at: fc.nat(600),
    join: fc.integer({ min: 0, max: 30 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 2, max: 250 }),
      fc.array(change, { maxLength: 6 }),
      (length, most, changes) => {
        const lists = changes.reduce<number[][]>(
          (all, { leave, at, join }, index) => {
            const before = all.at(-1) ?? [];
            const joining = numbers(join).map((one) => 1_000 * (index + 1) + one);
            return [...all, [...before.slice(0, at), ...joining, ...before.slice(at + leave)]];
          },
          [numbers(length)],
        );
        const staying = numbers(length).filter((one) => lists.every((list) => list.includes(one)));
        const at = (request: number): number[] => lists[Math.min(request, lists.length - 1)] ?? [];
        const { seen } = readAll({ at, most }, FIRST_INDEX);
        expect(staying.filter((one) => !seen.includes(String(one)))).toEqual([]);
      },
    ),
    // Fifteen users join at the front. The next page begins fifteen users later, so the server returns the same page
    // twice.
    { numRuns: 500, examples: [[21, 20, [{ leave: 0, at: 0, join: 15 }]]] },
  );
});

it('needs few more requests than pages for a list that does not change', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (length) => {
      const { requests } = readAll({ at: () => numbers(length), most: 200 }, FIRST_INDEX);
      expect(requests).toBeLessThanOrEqual(Math.ceil(length / 195) + 1);
    }),
  );
});

describe('the end of a list', () => {
  it('is reached although the server announces more users than it returns', () => {
    const { requests } = readAll({ at: () => numbers(50), most: 200, total: () => 1_000 }, FIRST_INDEX);
    expect(requests).toBeLessThan(25);
  });

  it.each([
    [0, 7, 7],
    [0, 5_000, 5_000],
    [50, 51, 1],
    [50, 1_000, 950],
    [400, 5_000, 4_600],
    [50, 50, 0],
    [50, undefined, 0],
  ])('is reached with %d of %p announced users, so that %d are missing', (length, promised, expected) => {
    const list = { at: () => numbers(length), most: 200, total: () => promised };
    expect(readAll(list, FIRST_INDEX).missing).toBe(expected);
  });

  it('is reached although the server returns the same page for every request', () => {
    const ids = numbers(100).map(String);
    let pages = 0;
    for (let position: PagePosition | undefined = FIRST_INDEX; position; pages += 1)
      position = nextPosition(position, { ids, totalResults: 1_000, nextCursor: undefined });
    expect(pages).toBe(2);
  });

  it('is reached although the order of the list changes', () => {
    const shuffled = (request: number) => numbers(900).map((one) => (one * 7 + request * 331) % 900);
    expect(readAll({ at: shuffled, most: 100 }, FIRST_INDEX).requests).toBeLessThan(40);
  });
});

it('reads by index if the server announces cursors but returns none', () => {
  const facts = { ids: numbers(8).map(String), totalResults: 20, nextCursor: undefined };
  expect(nextPosition(FIRST_CURSOR, facts)).toEqual(nextPosition(FIRST_INDEX, facts));
  expect(nextPosition({ cursor: 'a' }, facts)).toBeUndefined();
});

it('follows a repeated cursor, so that the run can detect that the list does not end', () => {
  const facts = { ids: ['1'], totalResults: 9, nextCursor: 'a' };
  expect(nextPosition({ cursor: 'a' }, facts)).toEqual({ cursor: 'a' });
});
