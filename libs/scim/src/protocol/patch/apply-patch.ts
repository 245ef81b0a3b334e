import { finish, type Steps } from '@rollcall/platform';
import { ScimError } from '../errors/scim-error.js';
import type { PatchPath } from '../filter/filter.js';
import { parsePatchPath } from '../filter/parse-filter.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import { refuseImmutableChange } from '../values/immutable.js';
import { jsonEqual } from '../values/json-equality.js';
import { WorkBudget } from '../work-budget.js';
import { changeTarget } from './change-target.js';
import { patchKeptSchema } from './kept-schema.js';
import type { PatchOperation } from './patch-operation.js';
import { resolveTarget } from './patch-target.js';

export interface PatchResult {
  /** The given object itself when nothing changed. */
  readonly resource: JsonObject;
  readonly changed: boolean;
}

/** Cost of reading and validating the resource after an operation. */
const COST_OF_OPERATION = 100;
/** Each operation may compare every value of an attribute; group members, which may be many, use planGroupPatch instead. */
const MAX_OPERATIONS = 1000;

/**
 * Applies all operations or none (RFC 7644 §3.5.2); `resource` is never changed, and is in canonical spelling.
 * @throws ScimError 400 noTarget, invalidPath, mutability, invalidValue, invalidFilter; 413 for too many operations
 */
export function* patchSteps(
  resource: JsonObject,
  operations: readonly PatchOperation[],
  schema: ResourceSchema,
  budget: WorkBudget,
): Steps<PatchResult> {
  if (operations.length > MAX_OPERATIONS)
    throw ScimError.payloadTooLarge(`More than ${MAX_OPERATIONS} operations in one PATCH; send them in several.`);
  let patched = resource;
  for (const { op, path, value } of operations) {
    const before = patched;
    budget.spend(COST_OF_OPERATION);
    patched = path
      ? applyToPath(before, op, path, value, schema, budget)
      : yield* applyWithoutPath(before, op, value, schema, budget);
    refuseImmutableChange(before, patched, schema);
    yield;
  }
  return jsonEqual(patched, resource) ? { resource, changed: false } : { resource: patched, changed: true };
}

/** Like {@link patchSteps}, without pauses. */
export function applyPatch(
  resource: JsonObject,
  operations: readonly PatchOperation[],
  schema: ResourceSchema,
  budget = new WorkBudget(),
): PatchResult {
  return finish(patchSteps(resource, operations, schema, budget));
}

function applyToPath(
  resource: JsonObject,
  op: PatchOperation['op'],
  path: PatchPath,
  value: Json | undefined,
  schema: ResourceSchema,
  budget: WorkBudget,
): JsonObject {
  return (
    patchKeptSchema(resource, op, path, value, schema) ??
    changeTarget(resource, op, resolveTarget(path, schema, budget), value, budget)
  );
}

/** Each member of the value is an attribute to add or replace; `id` and other readOnly ones are ignored, as in a PUT. */
function* applyWithoutPath(
  resource: JsonObject,
  op: PatchOperation['op'],
  value: Json | undefined,
  schema: ResourceSchema,
  budget: WorkBudget,
): Steps<JsonObject> {
  if (op === 'remove') throw ScimError.noTarget('A remove operation needs a "path".');
  if (!isJsonObject(value))
    throw ScimError.invalidValue(`Without a "path", ${op} needs an object of attributes as "value".`);
  let patched = resource;
  for (const name in value) {
    patched = applyMember(patched, op, name, value[name] ?? null, schema, budget);
    yield;
  }
  return patched;
}

function applyMember(
  resource: JsonObject,
  op: 'add' | 'replace',
  name: string,
  value: Json,
  schema: ResourceSchema,
  budget: WorkBudget,
): JsonObject {
  // Entra writes whole paths as names: "name.givenName", "emails[type eq \"work\"].value".
  const attribute = schema.resolve(name);
  if (attribute) {
    if (attribute.chain.some(({ mutability }) => mutability === 'readOnly')) return resource;
    return changeTarget(resource, op, { attribute }, value, budget);
  }
  if (name.includes('['))
    return changeTarget(resource, op, resolveTarget(parsePatchPath(name), schema, budget), value, budget);
  return patchKeptSchema(resource, op, { path: name }, value, schema) ?? resource;
}
