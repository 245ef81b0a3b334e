import type { RemoteUser } from '../../target/registration-target.js';
import { memberOf, type ScimJson } from '../transport/scim-answer.js';
import type { ScimServer } from '../transport/scim-server.js';

/** The fields of a User resource (RFC 7643 §4.1) that the registration sync uses. */
export function toRemoteUser(resource: ScimJson, server: Pick<ScimServer, 'extension' | 'attribute'>): RemoteUser {
  return {
    id: idOf(memberOf(resource, 'id')),
    login: textOf(memberOf(resource, 'userName')) ?? '',
    externalId: textOf(memberOf(resource, 'externalId')),
    registered: flagOf(resource, server) === true,
    obstacle: null,
  };
}

/** The value of the attribute. Undefined if the resource lacks the attribute, or if its value is not a boolean. */
export function flagOf(
  resource: ScimJson,
  { extension, attribute }: Pick<ScimServer, 'extension' | 'attribute'>,
): boolean | undefined {
  const namespace = memberOf(resource, extension);
  if (typeof namespace !== 'object' || namespace === null) return undefined;
  const value = memberOf(namespace as ScimJson, attribute);
  if (typeof value === 'boolean') return value;
  // Some servers return booleans as text.
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** An id is text (RFC 7643 §3.1), but some servers return a number. The ids `.` and `..` cannot be used in a URL. */
function idOf(id: unknown): string {
  const text = Number.isSafeInteger(id) ? String(id) : textOf(id);
  return text === undefined || text === '.' || text === '..' ? '' : text;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
