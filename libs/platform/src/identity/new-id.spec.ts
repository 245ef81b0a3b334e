import { isId, newId } from './new-id.js';

test('ids are UUID v7, unique and in order of creation', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.every((id) => isId(id) && id[14] === '7' && '89ab'.includes(id[19] as string))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(['', 'x', '0198-', '00000000-0000-0000-0000-00000000000g'])('%p is no id', (text) => {
  expect(isId(text)).toBe(false);
});
