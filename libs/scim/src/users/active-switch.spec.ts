import { parsePatchOp, PATCH_OP_SCHEMA } from '../protocol/index.js';
import { activeSwitchOf } from './active-switch.js';

const of = (...Operations: object[]) => activeSwitchOf(parsePatchOp({ schemas: [PATCH_OP_SCHEMA], Operations }));

describe('a PATCH that only switches active', () => {
  it.each([
    [{ op: 'replace', value: { active: false } }, false],
    [{ op: 'Replace', path: 'active', value: 'True' }, true],
    [{ op: 'add', value: { ACTIVE: 'False' } }, false],
  ])('%j', (operation, expected) => expect(of(operation)).toBe(expected));

  it.each([
    [{ op: 'replace', value: { active: false, title: 'x' } }],
    [{ op: 'replace', path: 'active', value: 'maybe' }],
    [{ op: 'replace', value: { title: 'active' } }],
    [{ op: 'remove', path: 'active' }],
    [{ op: 'replace', path: 'emails[active eq true]', value: true }],
    [{ op: 'replace', value: {} }],
  ])('not %j', (operation) => expect(of(operation)).toBeUndefined());

  it('not one of two', () => {
    const operation = { op: 'replace', value: { active: false } };
    expect(of(operation, operation)).toBeUndefined();
  });
});
