import { decodeCursor, encodeCursor, useCursorSecrets } from './cursor.js';

const [older, newer] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const refusal = expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'after' });

beforeEach(() => useCursorSecrets([older]));

it('decodes an encoded cursor to its parts, as text', () => {
  expect(decodeCursor(encodeCursor(['a', 7, null]), 3)).toEqual(['a', '7', null]);
});

it.each([
  ['without a sum', (cursor: string) => cursor.split('.')[0] ?? ''],
  ['with another place', (cursor: string) => `${Buffer.from('["b"]').toString('base64url')}.${cursor.split('.')[1]}`],
  ['cut short', (cursor: string) => cursor.slice(0, -4)],
  ['of nothing', () => ''],
  ['that is no base64', () => '%%%.%%%'],
])('refuses a cursor %s', (_, forge) => {
  expect(() => decodeCursor(forge(encodeCursor(['a'])), 1)).toThrow(refusal);
});

it('refuses a cursor of another list', () => {
  expect(() => decodeCursor(encodeCursor(['a', 'b']), 1)).toThrow(refusal);
});

it('accepts cursors that an older key signed, but not those of an unknown key', () => {
  const signed = encodeCursor(['a']);
  useCursorSecrets([newer, older]);
  expect(decodeCursor(signed, 1)).toEqual(['a']);
  useCursorSecrets([newer]);
  expect(() => decodeCursor(signed, 1)).toThrow(refusal);
});
