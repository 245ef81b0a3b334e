import type { JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import type { AttributeSelection } from './list-query.js';

/** Which attributes an answer carries (RFC 7644 §3.9, RFC 7643 §2.4 `returned`). Compile once per request, apply per resource. */
export interface Projection {
  /** True when nothing needs to be left out: apply() gives its argument back. */
  readonly everything: boolean;
  /** Is this attribute, or one below it, in the answer? Ask before loading groups or members. */
  includes(path: string): boolean;
  apply(resource: JsonObject): JsonObject;
}

/** Unknown names are passed over. */
export function compileProjection(_selection: AttributeSelection, _schema: ResourceSchema): Projection {
  throw new Error('not written yet');
}

export function project(resource: JsonObject, selection: AttributeSelection, schema: ResourceSchema): JsonObject {
  return compileProjection(selection, schema).apply(resource);
}
