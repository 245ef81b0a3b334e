import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { readMembers } from '../messages/read-members.js';

/**
 * The body, when it is an object whose `schemas` has the URN (RFC 7643 §3, RFC 7644 §3.1); letter case of the URN is ignored. Some clients
 * omit `schemas`; the endpoint then determines the type.
 * @throws ScimError 400 invalidSyntax
 */
export function requireSchema(body: unknown, urn: string): JsonObject {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax('The body must be a JSON object.');
  const { schemas } = readMembers(body, ['schemas']);
  if (schemas === undefined || schemas === null) return body;
  if (Array.isArray(schemas)) {
    for (const schema of schemas) if (schema === urn) return body;
    const lower = urn.toLowerCase();
    for (const schema of schemas) if (typeof schema === 'string' && schema.toLowerCase() === lower) return body;
  }
  throw ScimError.invalidSyntax(`"schemas" must be an array that holds "${urn}".`);
}
