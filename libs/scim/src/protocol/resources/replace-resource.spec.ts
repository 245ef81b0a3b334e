import type { JsonObject } from '../json.js';
import { ASSET_SCHEMA as ASSET, guardedRegistry } from '../testing/guarded-registry.js';
import { SchemaRegistry } from '../schemas/schema-registry.js';
import { replaceResource } from './replace-resource.js';

const schema = guardedRegistry().user;
const asset = {
  serial: 'S1',
  marks: ['a'],
  origin: { country: 'NO' },
  seal: { number: '7', note: 'red' },
  codes: ['1'],
};
const current: JsonObject = { userName: 'a', title: 'T', [ASSET]: asset };
const put = (sent: JsonObject | undefined, of: JsonObject = current) =>
  replaceResource(() => of, { userName: 'b', ...(sent && { [ASSET]: sent }) }, schema);

test('what is sent replaces what is readWrite; what is left out is gone', () => {
  expect(put({ ...asset, codes: ['2'], seal: { number: '7' } })).toEqual({
    userName: 'b',
    [ASSET]: { ...asset, codes: ['2'], seal: { number: '7' } },
  });
});

test.each<[string, JsonObject]>([
  ['another value', { ...asset, serial: 'S2' }],
  ['one value more', { ...asset, marks: ['a', 'b'] }],
  ['another part of an immutable attribute', { ...asset, origin: { country: 'SE' } }],
  ['another immutable part', { ...asset, seal: { number: '8' } }],
])('%s is refused', (_what, sent) => {
  expect(() => put(sent)).toThrow(expect.objectContaining({ status: 400, scimType: 'mutability' }));
});

test('an immutable value that is left out stays', () => {
  expect(put({ codes: ['2'] })).toEqual({
    userName: 'b',
    [ASSET]: { codes: ['2'], serial: 'S1', marks: ['a'], origin: { country: 'NO' }, seal: { number: '7' } },
  });
});

test('an extension that stays for its immutable values keeps to what it requires', () => {
  expect(() => put(undefined)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidValue' }));
});

test('an immutable attribute without a value takes the one sent', () => {
  expect(put(asset, { userName: 'a' })).toEqual({ userName: 'b', [ASSET]: asset });
  expect(put(asset, { userName: 'a', [ASSET]: { codes: ['1'] } })[ASSET]).toEqual(asset);
});

test('without immutable values the body is taken as it is', () => {
  const sent = { userName: 'b' };
  expect(replaceResource(() => ({ userName: 'a', title: 'T' }), sent, schema)).toBe(sent);
});

test('a schema without immutable attributes is not looked at twice', () => {
  const sent = { userName: 'b' };
  const unread = (): never => {
    throw new Error('the stored resource is not needed');
  };
  expect(replaceResource(unread, sent, new SchemaRegistry().user)).toBe(sent);
});
