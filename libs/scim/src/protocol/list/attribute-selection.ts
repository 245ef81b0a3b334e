import { readMembers } from '../messages/read-members.js';
import { ScimError } from '../errors/scim-error.js';

/** RFC 7644 §3.9 */
export interface AttributeSelection {
  readonly attributes?: readonly string[];
  readonly excludedAttributes?: readonly string[];
}

const MAX_NAMES = 200;

/**
 * `attributes` and `excludedAttributes` of a query string (separated by commas) or SearchRequest (arrays).
 * @throws ScimError 400 invalidValue
 */
export function parseAttributeSelection(written: Readonly<Record<string, unknown>>): AttributeSelection {
  const query = readMembers(written, ['attributes', 'excludedAttributes']);
  const attributes = parseNames(query.attributes, 'attributes');
  const excludedAttributes = parseNames(query.excludedAttributes, 'excludedAttributes');
  return { ...(attributes && { attributes }), ...(excludedAttributes && { excludedAttributes }) };
}

function parseNames(value: unknown, parameter: string): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const names: string[] = [];
  for (const part of Array.isArray(value) ? value : [value]) {
    if (typeof part !== 'string') throw ScimError.invalidValue(`"${parameter}" must name attributes.`);
    for (const name of part.split(',')) if (name.trim() !== '') names.push(name.trim());
  }
  if (names.length > MAX_NAMES) throw ScimError.invalidValue(`"${parameter}" names more than ${MAX_NAMES} attributes.`);
  return names.length > 0 ? names : undefined;
}
