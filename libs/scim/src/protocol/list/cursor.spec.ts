import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { parseListQuery } from './list-query.js';

jest.setTimeout(60_000);

const KEYS = [Buffer.from('new'), Buffer.from('old')] as const;
const first = parseListQuery({ cursor: '', count: '10', filter: 'userName sw "a"', sortBy: 'userName' });
const next = (query: Record<string, string>) =>
  parseListQuery({
    cursor: encodeCursor({ id: 'i1', key: 'ada' }, first, KEYS),
    count: '10',
    filter: 'userName sw "a"',
    sortBy: 'userName',
    ...query,
  });

test('the first page has no position', () => {
  expect(decodeCursor(first, KEYS)).toBeUndefined();
});

test('a position comes back, whatever it holds, in unreserved characters', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string({ unit: 'grapheme' })), (id, key) => {
      const cursor = encodeCursor({ id, key }, first, KEYS);
      expect(cursor).toMatch(/^[A-Za-z0-9._~-]+$/);
      expect(decodeCursor({ ...first, cursor }, KEYS)).toEqual({ id, key });
    }),
  );
});

test('a cursor serves its query only', () => {
  expect(decodeCursor(next({ filter: 'userName  SW "a"' }), KEYS)).toEqual({ id: 'i1', key: 'ada' });
  expect(() => decodeCursor(next({ filter: 'userName sw "b"' }), KEYS)).toThrow(
    expect.objectContaining({ scimType: 'invalidCursor' }),
  );
  expect(() => decodeCursor(next({ sortOrder: 'descending' }), KEYS)).toThrow(
    expect.objectContaining({ scimType: 'invalidCursor' }),
  );
  expect(() => decodeCursor(next({ count: '11' }), KEYS)).toThrow(
    expect.objectContaining({ scimType: 'invalidCount' }),
  );
});

test('any other text is invalidCursor', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (cursor) => {
      expect(() => decodeCursor({ ...first, cursor }, KEYS)).toThrow(ScimError);
    }),
  );
});

test('a cursor signed with another key is invalidCursor, one with a key that is being replaced is not', () => {
  const signedWith = (key: string) => ({
    ...first,
    cursor: encodeCursor({ id: 'i1', key: null }, first, [Buffer.from(key)]),
  });
  expect(decodeCursor(signedWith('old'), KEYS)).toEqual({ id: 'i1', key: null });
  expect(() => decodeCursor(signedWith('forged'), KEYS)).toThrow(
    expect.objectContaining({ scimType: 'invalidCursor' }),
  );
});
