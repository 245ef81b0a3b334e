import { encodeCursor } from './cursor.js';
import { idSliceOf, keyOf, type Page, type PageRequest, sliceOf, toPage } from './page.js';
import { pageRequestOf } from './page-args.js';

const IDS = [1, 2, 3, 4, 5].map((n) => `00000000-0000-7000-8000-00000000000${n}`);

/** Reads a page of a list that is sorted by id, as SQL would. */
function read(page: PageRequest, order: 'asc' | 'desc'): Page<string> {
  const { id, beyond, order: reading, limit } = idSliceOf(page, order);
  const rows = IDS.filter((each) => id === null || (beyond === '<' ? each < id : each > id));
  const read = reading === 'asc' ? rows : rows.toReversed();
  return toPage(read.slice(0, limit), page, IDS.length, (each) => encodeCursor([each]));
}

test.each(['asc', 'desc'] as const)('a list in %s order is the same forward and backward', (order) => {
  const list = order === 'asc' ? IDS : IDS.toReversed();
  const forward: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = read({ first: 2, ...(after && { after }) }, order);
    expect(page.hasPreviousPage).toBe(after !== undefined);
    forward.push(...page.nodes);
    [after, more] = [page.cursors.at(-1), page.hasNextPage];
  }
  const backward: string[] = [];
  for (let before: string | undefined, more = true; more;) {
    const page = read({ last: 2, ...(before && { before }) }, order);
    expect(page.hasNextPage).toBe(before !== undefined);
    backward.unshift(...page.nodes);
    [before, more] = [page.cursors[0], page.hasPreviousPage];
  }
  expect([forward, backward]).toEqual([list, list]);
});

test('a cursor of another list is refused, with the name of the argument', () => {
  const cursor = encodeCursor(['no id']);
  expect(() => idSliceOf({ first: 1, after: cursor }, 'asc')).toThrow(expect.objectContaining({ field: 'after' }));
  expect(() => idSliceOf({ last: 1, before: cursor }, 'asc')).toThrow(expect.objectContaining({ field: 'before' }));
  expect(() => keyOf({ last: 1, before: cursor }, 2, () => true)).toThrow(expect.objectContaining({ field: 'before' }));
});

test('the limit is one row more than the page size', () => {
  expect(sliceOf({ first: 0 }, 'asc')).toEqual({ beyond: '>', order: 'asc', limit: 1 });
  expect(sliceOf({ last: 10 }, 'asc')).toEqual({ beyond: '<', order: 'desc', limit: 11 });
});

test('arguments request a page from the beginning or from the end of the list', () => {
  expect(pageRequestOf({})).toEqual({ first: 50 });
  expect(pageRequestOf({ first: 2, after: 'c' })).toEqual({ first: 2, after: 'c' });
  expect(pageRequestOf({ last: 2, before: 'c' })).toEqual({ last: 2, before: 'c' });
});

test.each([
  [{ first: 1, last: 1 }, 'last'],
  [{ before: 'c' }, 'before'],
  [{ last: 1, after: 'c' }, 'after'],
])('%j is refused', (args, field) => {
  expect(() => pageRequestOf(args)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field }));
});
