import type { JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import { keepImmutable } from '../values/immutable.js';
import { requireExtensions } from './parse-resource.js';

/**
 * What a PUT makes of a resource (RFC 7644 §3.5.1): what was sent, and the immutable values that are set already.
 * @param current asked for only when the schema has immutable attributes
 * @throws ScimError 400 mutability; invalidValue when an extension stays for these alone, and lacks what it requires
 */
export function replaceResource(current: () => JsonObject, sent: JsonObject, schema: ResourceSchema): JsonObject {
  if (schema.immutable.length === 0) return sent;
  const replaced = keepImmutable(current(), sent, schema);
  if (replaced !== sent) requireExtensions(replaced, schema);
  return replaced;
}
