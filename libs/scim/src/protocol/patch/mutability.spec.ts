import type { Json, JsonObject } from '../json.js';
import { ASSET_SCHEMA as ASSET, guardedRegistry } from '../testing/guarded-registry.js';
import { applyPatch } from './apply-patch.js';
import { parsePatchOp, PATCH_OP_SCHEMA } from './patch-operation.js';

const schema = guardedRegistry().user;
const asset: JsonObject = {
  serial: 'S1',
  marks: ['a', 'b'],
  origin: { country: 'NO' },
  seal: { number: '7', note: 'red' },
  codes: ['1'],
  keys: [
    { value: 'front', cut: 'deep' },
    { value: 'back', note: 'spare' },
  ],
};

const patch = (user: JsonObject, ...Operations: Json[]) =>
  applyPatch(user, parsePatchOp({ schemas: [PATCH_OP_SCHEMA], Operations }), schema).resource;

describe('refused with mutability, as RFC 7644 §3.5.2 has it', () => {
  test.each<[string, JsonObject]>([
    ['an immutable value', { op: 'replace', path: `${ASSET}:serial`, value: 'S2' }],
    ['the same, without a path', { op: 'add', value: { [ASSET]: { serial: 'S2' } } }],
    ['removal of an immutable value', { op: 'remove', path: `${ASSET}:serial` }],
    ['one more value', { op: 'add', path: `${ASSET}:marks`, value: ['c'] }],
    ['removal through a filter', { op: 'remove', path: `${ASSET}:marks[value eq "a"]` }],
    ['a replacement through a filter', { op: 'replace', path: `${ASSET}:marks[value eq "a"]`, value: 'c' }],
    ['removal of listed values', { op: 'remove', path: `${ASSET}:marks`, value: ['b'] }],
    ['a part of an immutable attribute', { op: 'replace', path: `${ASSET}:origin.country`, value: 'SE' }],
    ['removal of that part', { op: 'remove', path: `${ASSET}:origin.country` }],
    ['an immutable part', { op: 'replace', path: `${ASSET}:seal.number`, value: '8' }],
    ['removal of what holds an immutable part', { op: 'remove', path: `${ASSET}:seal` }],
    ['removal of an extension that holds immutable values', { op: 'remove', path: ASSET }],
    ['an immutable part of a value', { op: 'replace', path: `${ASSET}:keys[value eq "front"].cut`, value: 'flat' }],
    ['its removal', { op: 'remove', path: `${ASSET}:keys[value eq "front"].cut` }],
    ['a value merged over it', { op: 'add', path: `${ASSET}:keys`, value: [{ value: 'front', cut: 'flat' }] }],
    ['the last of required values, through a filter', { op: 'remove', path: `${ASSET}:codes[value eq "1"]` }],
  ])('%s', (_what, operation) => {
    expect(() => patch({ userName: 'a', [ASSET]: asset }, operation)).toThrow(
      expect.objectContaining({ status: 400, scimType: 'mutability' }),
    );
  });
});

describe('allowed', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['the same value', { op: 'replace', path: `${ASSET}:serial`, value: 'S1' }, {}],
    ['values that are there', { op: 'add', path: `${ASSET}:marks`, value: ['b'] }, {}],
    [
      'another part',
      { op: 'replace', path: `${ASSET}:seal.note`, value: 'blue' },
      { seal: { number: '7', note: 'blue' } },
    ],
    [
      'an immutable part that has no value',
      { op: 'replace', path: `${ASSET}:keys[value eq "back"].cut`, value: 'flat' },
      {
        keys: [
          { value: 'front', cut: 'deep' },
          { value: 'back', note: 'spare', cut: 'flat' },
        ],
      },
    ],
    [
      'removal of a value with all its parts',
      { op: 'remove', path: `${ASSET}:keys[value eq "front"]` },
      { keys: [{ value: 'back', note: 'spare' }] },
    ],
    ['another required value', { op: 'replace', path: `${ASSET}:codes[value eq "1"]`, value: '2' }, { codes: ['2'] }],
  ])('%s', (_what, operation, changed) => {
    expect(patch({ userName: 'a', [ASSET]: asset }, operation)).toEqual({
      userName: 'a',
      [ASSET]: { ...asset, ...changed },
    });
  });

  test('an immutable attribute without a value is given one, once', () => {
    const path = `${ASSET}:serial`;
    const given = patch({ userName: 'a', [ASSET]: { codes: ['1'] } }, { op: 'add', path, value: 'S' });
    expect(given[ASSET]).toEqual({ codes: ['1'], serial: 'S' });
    expect(() => patch(given, { op: 'remove', path }, { op: 'add', path, value: 'S' })).toThrow(
      expect.objectContaining({ scimType: 'mutability' }),
    );
  });
});
