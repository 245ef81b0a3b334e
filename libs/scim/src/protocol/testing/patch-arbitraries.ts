import fc from 'fast-check';
import type { Json } from '../json.js';
import { ENTERPRISE_USER_SCHEMA } from '../schemas/enterprise-user-schema.js';
import { USER_SCHEMA } from '../schemas/user-schema.js';
import type { ModelOperation } from './patch-model.js';
import { BADGE_SCHEMA } from './test-registry.js';
import { TYPES } from './value-pools.js';

/** An operation as a client may write it, and its meaning in the model. */
export interface PatchCase {
  readonly sent: { readonly op: string; readonly path?: string; readonly value?: Json };
  readonly model: ModelOperation;
}

const PATHS = [
  'title',
  'nickName',
  'name.givenName',
  'name.familyName',
  `${ENTERPRISE_USER_SCHEMA}:department`,
] as const;

const text = fc.constantFrom('a', 'A', 'b', 'x@y', '');
const type = fc.constantFrom(...TYPES);
const path = fc.constantFrom(...PATHS);
const letterCase = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
);
const write = fc.constantFrom('add', 'replace');

const typed = (of: string, sub: string) => `emails[type eq ${JSON.stringify(of)}].${sub}`;

const set = fc.tuple(write, path, text, letterCase, fc.nat(3)).map(([op, at, value, cased, form]): PatchCase => {
  const model: ModelOperation = { kind: 'set', path: at, value };
  if (form === 0) return { sent: { op, value: { [at]: value } }, model };
  if (form === 1 && at.startsWith('name.')) return { sent: { op, value: { NAME: { [at.slice(5)]: value } } }, model };
  if (form === 2 && !at.includes(':')) return { sent: { op, path: `${USER_SCHEMA}:${at}`, value }, model };
  return { sent: { op: cased(op), path: cased(at), value }, model };
});

const unset = fc.tuple(path, fc.nat(2)).map(([at, form]): PatchCase => {
  const model: ModelOperation = { kind: 'unset', path: at };
  if (form === 0) return { sent: { op: 'replace', path: at, value: null }, model };
  if (form === 1) return { sent: { op: 'replace', value: { [at]: null } }, model };
  return { sent: { op: 'remove', path: at }, model };
});

const setActive = fc.tuple(fc.boolean(), fc.nat(3)).map(([value, form]): PatchCase => {
  const model: ModelOperation = { kind: 'setActive', value };
  if (form === 0) return { sent: { op: 'replace', value: { active: value, id: 'other' } }, model };
  if (form === 1) return { sent: { op: 'Replace', path: 'active', value: value ? 'True' : 'False' }, model };
  return { sent: { op: 'add', path: 'ACTIVE', value }, model };
});

const addEmail = fc.tuple(text, type, fc.boolean(), fc.nat(2)).map(([value, of, primary, form]): PatchCase => {
  const email = { value, type: of, primary };
  const model: ModelOperation = { kind: 'addEmail', ...email };
  if (form === 0) return { sent: { op: 'add', path: 'emails', value: email }, model };
  if (form === 1) return { sent: { op: 'add', value: { emails: [email] } }, model };
  return { sent: { op: 'add', path: 'emails', value: [email] }, model };
});

const replaceEmails = fc.tuple(fc.array(text, { maxLength: 2 }), fc.boolean()).map(([values, pathless]): PatchCase => {
  const emails = values.map((value) => ({ value }));
  const sent = pathless ? { op: 'replace', value: { emails } } : { op: 'replace', path: 'emails', value: emails };
  return { sent, model: { kind: 'replaceEmails', values } };
});

const removeEmails = type.map((of): PatchCase => ({
  sent: { op: 'remove', path: `emails[type eq ${JSON.stringify(of)}]` },
  model: { kind: 'removeEmails', type: of },
}));

const setEmail = fc.tuple(write, type, text, fc.boolean()).map(([op, of, value, asName]): PatchCase => {
  const at = typed(of, 'value');
  const model: ModelOperation = { kind: 'setEmail', type: of, value };
  return asName ? { sent: { op, value: { [at]: value } }, model } : { sent: { op, path: at, value }, model };
});

/** Removes emails by a filter, or by the list that Entra sends. */
const removeEmailsOf = fc
  .tuple(text, fc.option(type, { nil: undefined }), fc.boolean())
  .map(([value, of, listed]): PatchCase => {
    const named = { value, ...(of !== undefined && { type: of }) };
    const model: ModelOperation = { kind: 'removeEmailsOf', ...named };
    if (listed) return { sent: { op: 'remove', path: 'emails', value: [named] }, model };
    const filter = `value eq ${JSON.stringify(value)}${of === undefined ? '' : ` and type eq ${JSON.stringify(of)}`}`;
    return { sent: { op: 'remove', path: `emails[${filter}]` }, model };
  });

const setPrimary = fc.tuple(write, type, fc.boolean(), fc.boolean()).map(([op, of, primary, asText]): PatchCase => {
  const value = asText ? String(primary) : primary;
  return { sent: { op, path: typed(of, 'primary'), value }, model: { kind: 'setPrimary', type: of, primary } };
});

const unsetEmail = type.map((of): PatchCase => ({
  sent: { op: 'remove', path: typed(of, 'value') },
  model: { kind: 'unsetEmail', type: of },
}));

const setSerial = fc.tuple(write, text, fc.nat(4)).map(([op, serial, form]): PatchCase => {
  const path = `${BADGE_SCHEMA}:serial`;
  if (form === 0) return { sent: { op: 'remove', path }, model: { kind: 'setSerial', serial: undefined } };
  const sent = form === 1 ? { op, value: { [BADGE_SCHEMA]: { SERIAL: serial } } } : { op, path, value: serial };
  return { sent, model: { kind: 'setSerial', serial } };
});

const removeBadge = fc.constant<PatchCase>({
  sent: { op: 'remove', path: BADGE_SCHEMA },
  model: { kind: 'removeBadge' },
});

const changeTag = fc.tuple(text, fc.nat(3)).map(([tag, form]): PatchCase => {
  const path = `${BADGE_SCHEMA}:tags`;
  if (form === 0) return { sent: { op: 'add', path, value: [tag] }, model: { kind: 'addTag', tag } };
  if (form === 1) return { sent: { op: 'add', value: { [path]: tag } }, model: { kind: 'addTag', tag } };
  const model: ModelOperation = { kind: 'removeTag', tag };
  if (form === 2) return { sent: { op: 'remove', path, value: [tag] }, model };
  return { sent: { op: 'remove', path: `${path}[value eq ${JSON.stringify(tag)}]` }, model };
});

const refused = fc
  .constantFrom<PatchCase['sent']>(
    { op: 'remove', path: 'userName' },
    { op: 'replace', path: 'userName', value: '' },
    { op: 'replace', path: 'id', value: 'x' },
    { op: 'add', path: 'noSuchAttribute', value: 'x' },
    { op: 'replace', path: 'active', value: 'perhaps' },
    { op: 'replace', path: 'emails[value eq "no such"]', value: { value: 'x' } },
    { op: 'remove' },
  )
  .map((sent): PatchCase => ({ sent, model: { kind: 'refused' } }));

/** Mostly valid lists. Some contain a failing operation; then no operation of the list may take effect. */
export const patchCases: fc.Arbitrary<PatchCase[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.oneof(set, unset, setActive, changeTag) },
    {
      weight: 8,
      arbitrary: fc.oneof(addEmail, replaceEmails, removeEmails, removeEmailsOf, setEmail, setPrimary, unsetEmail),
    },
    { weight: 1, arbitrary: fc.oneof({ weight: 3, arbitrary: setSerial }, { weight: 1, arbitrary: removeBadge }) },
    { weight: 1, arbitrary: fc.oneof({ weight: 4, arbitrary: set }, { weight: 1, arbitrary: refused }) },
  ),
  { minLength: 1, maxLength: 8 },
);
