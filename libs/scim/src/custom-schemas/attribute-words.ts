import { DomainError } from '@rollcall/platform';
import type { ScimAttributeInput } from './scim-schema.type.js';

const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'];
const MUTABILITIES = ['readWrite', 'immutable'];
const RETURNED = ['default', 'request', 'always'];
/** RFC 7643 §7. */
const REFERENCE_TYPES = ['User', 'Group', 'external', 'uri'];

/** @throws DomainError BAD_USER_INPUT naming the attribute at fault */
export function refuseUnknownWords(attributes: readonly ScimAttributeInput[], within = ''): void {
  for (const { name, type, mutability, returned, referenceTypes, subAttributes } of attributes) {
    const path = within + name;
    refuse(path, 'type', type, TYPES);
    refuse(path, 'mutability', mutability, MUTABILITIES);
    refuse(path, 'returned', returned, RETURNED);
    if (referenceTypes && (type !== 'reference' || referenceTypes.length === 0))
      throw DomainError.badInput(`"${path}": references, and only they, have referenceTypes.`, 'attributes');
    for (const referenceType of referenceTypes ?? []) refuse(path, 'referenceTypes', referenceType, REFERENCE_TYPES);
    if ((type === 'complex') !== (subAttributes !== undefined && subAttributes !== null && subAttributes.length > 0)) {
      throw DomainError.badInput(`"${path}": complex attributes, and only they, have subAttributes.`, 'attributes');
    }
    refuseUnknownWords(subAttributes ?? [], `${path}.`);
  }
}

function refuse(path: string, characteristic: string, word: string, known: readonly string[]): void {
  if (known.includes(word)) return;
  throw DomainError.badInput(`"${path}": ${characteristic} must be one of ${known.join(', ')}.`, 'attributes');
}
