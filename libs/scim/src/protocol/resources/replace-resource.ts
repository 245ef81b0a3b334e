import type { JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import { keepImmutable } from '../values/immutable.js';
import { requireExtensions } from './parse-resource.js';

/**
 * The result of a PUT (RFC 7644 §3.5.1): the sent attributes, and existing immutable values.
 * @param current called only when the schema has immutable attributes
 * @throws ScimError 400 mutability; invalidValue when an extension has only immutable values left and lacks required attributes
 */
export function replaceResource(current: () => JsonObject, sent: JsonObject, schema: ResourceSchema): JsonObject {
  if (schema.immutable.length === 0) return sent;
  const replaced = keepImmutable(current(), sent, schema);
  if (replaced !== sent) requireExtensions(replaced, schema);
  return replaced;
}
