import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { BulkOperation } from './bulk-request.js';

const PREFIX = 'bulkId:';

/** The bulkIds that an operation refers to, in its path and its data (RFC 7644 §3.7.2). */
export function referencesOf({ id, data }: BulkOperation): Set<string> {
  const references = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value === 'string') {
      if (value.startsWith(PREFIX)) references.add(value.slice(PREFIX.length));
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (isJsonObject(value)) Object.values(value).forEach(visit);
  };
  visit(id);
  visit(data);
  return references;
}

/** The operation with references replaced by ids; objects that contain a reference whose id is not known yet are omitted. */
export function resolveReferences(operation: BulkOperation, ids: ReadonlyMap<string, string>): BulkOperation {
  const { id, data } = operation;
  return {
    ...operation,
    ...(id !== undefined && { id: (resolve(id, ids) as string | undefined) ?? id }),
    ...(data && { data: resolveMembers(data, ids) ?? {} }),
  };
}

function resolve(value: Json | undefined, ids: ReadonlyMap<string, string>): Json | undefined {
  if (typeof value === 'string') return value.startsWith(PREFIX) ? ids.get(value.slice(PREFIX.length)) : value;
  if (Array.isArray(value))
    return value.map((element) => resolve(element, ids)).filter((element) => element !== undefined);
  return isJsonObject(value) ? resolveMembers(value, ids) : value;
}

/** undefined when the id of one of the object's own references is not known yet. */
function resolveMembers(object: JsonObject, ids: ReadonlyMap<string, string>): JsonObject | undefined {
  const entries: [string, Json | undefined][] = [];
  for (const [name, value] of Object.entries(object)) {
    const resolved = resolve(value, ids);
    if (resolved === undefined && typeof value === 'string') return undefined;
    if (resolved !== undefined) entries.push([name, resolved]);
  }
  return Object.fromEntries(entries);
}
