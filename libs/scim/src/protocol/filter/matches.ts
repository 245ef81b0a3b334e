import type { JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import type { Filter } from './filter.js';

/** Evaluates a filter in memory: the reference for the SQL, and what value paths of PATCH use. @throws ScimError invalidFilter */
export function matches(_filter: Filter, _resource: JsonObject, _schema: ResourceSchema): boolean {
  throw new Error('not written yet');
}
