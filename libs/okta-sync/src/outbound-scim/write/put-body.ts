import { keyOf, objectsIn, type ScimJson } from '../transport/scim-answer.js';
import type { ScimServer } from '../transport/scim-server.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

/**
 * The whole resource for a PUT (RFC 7644 §3.5.1). It contains everything that was read, because a server may clear
 * omitted attributes, and also our attribute. It may contain readOnly attributes, because the server ignores them.
 */
export function putBody(
  resource: ScimJson,
  { extension, attribute }: Pick<ScimServer, 'extension' | 'attribute'>,
  value: boolean,
): ScimJson {
  const schemasKey = keyOf(resource, 'schemas') ?? 'schemas';
  const told: unknown = resource[schemasKey];
  const schemas: unknown[] = Array.isArray(told) ? told : [USER];
  const listed = schemas.some((urn) => typeof urn === 'string' && urn.toLowerCase() === extension.toLowerCase());
  const partKey = keyOf(resource, extension) ?? extension;
  const [part = {}] = objectsIn([resource[partKey]]);
  return {
    ...resource,
    [schemasKey]: listed ? schemas : [...schemas, extension],
    [partKey]: { ...part, [keyOf(part, attribute) ?? attribute]: value },
  };
}
