import { ScimError } from '../errors/scim-error.js';
import type { Filter } from '../filter/filter.js';
import { compileValueMatcher } from '../filter/matches.js';
import { isJsonObject } from '../json.js';
import { parseMemberIds } from '../resources/member-ids.js';
import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';
import { coerceSingle } from '../values/coerce-value.js';
import { guard } from './combine-values.js';
import { GroupPatchSteps, type GroupPatchStep } from './group-patch-steps.js';
import type { PatchOperation } from './patch-operation.js';

/**
 * Plans a PATCH of a group without loading its members: O(operations), independent of the group's size.
 * @throws ScimError 400 noTarget, invalidPath, invalidFilter, mutability, invalidValue (nested groups)
 */
export function planGroupPatch(operations: readonly PatchOperation[], schema: ResourceSchema): GroupPatchStep[] {
  const steps = new GroupPatchSteps();
  for (const operation of operations) {
    if (operation.path) planPath(operation, operation.path.path, schema, steps);
    else planWithoutPath(operation, schema, steps);
  }
  return steps.list;
}

function planPath(operation: PatchOperation, path: string, schema: ResourceSchema, steps: GroupPatchSteps): void {
  const attribute = schema.resolve(path);
  if (!attribute) {
    // The path may belong to a stored extension without a schema; applyPatch decides.
    if (/^urn:/i.test(path)) return steps.patch(operation);
    throw ScimError.invalidPath(`No attribute "${path}" in the schemas of a ${schema.name}.`);
  }
  if (attribute.chain[0]?.mutability === 'readOnly') throw ScimError.mutability(`"${attribute.path}" is read-only.`);
  if (attribute.chain[0]?.name === 'members') planMembers(operation, attribute, steps);
  else if (isOwnColumn(attribute) && !operation.path?.filter) planColumn(operation, attribute, steps);
  else steps.patch(operation);
}

/** The value's members are attributes; `id` and others that are readOnly or unknown are ignored. */
function planWithoutPath({ op, value }: PatchOperation, schema: ResourceSchema, steps: GroupPatchSteps): void {
  if (op === 'remove') throw ScimError.noTarget('A remove operation needs a "path".');
  if (!isJsonObject(value))
    throw ScimError.invalidValue(`Without a "path", ${op} needs an object of attributes as "value".`);
  for (const [name, member = null] of Object.entries(value)) {
    const attribute = schema.resolve(name);
    if (attribute?.name === 'members') planMembers({ op, value: member }, attribute, steps);
    else if (attribute && isOwnColumn(attribute)) planColumn({ op, value: member }, attribute, steps);
    else if (attribute?.mutability !== 'readOnly') steps.patch({ op, value: { [name]: member } });
  }
}

function isOwnColumn({ path }: Attribute): boolean {
  return path === 'displayName' || path === 'externalId';
}

function planColumn({ op, value }: PatchOperation, attribute: Attribute, steps: GroupPatchSteps): void {
  if (op !== 'remove' && value === undefined)
    throw ScimError.invalidValue(`"value" is missing: ${op} of "${attribute.path}" needs one.`);
  const isNothing = op === 'remove' || value === null || value === undefined;
  if (isNothing && op === 'add') return;
  const next = isNothing ? undefined : (coerceSingle(attribute, value) as string);
  guard(attribute, undefined, next);
  steps.set(attribute.path === 'displayName' ? { displayName: next! } : { externalId: next ?? null });
}

function planMembers({ op, path, value }: PatchOperation, attribute: Attribute, steps: GroupPatchSteps): void {
  if (attribute.parent || path?.subAttribute || (path?.filter && op !== 'remove'))
    throw ScimError.mutability("A member can't be changed in place: remove it, and add another.");
  if (path?.filter) return planRemoval(path.filter, attribute, steps);
  if (op === 'remove')
    return value === undefined || value === null
      ? steps.replaceMembers([])
      : steps.removeMembers(parseMemberIds(value));
  if (value === undefined) throw ScimError.invalidValue(`"value" is missing: ${op} of "members" needs one.`);
  const ids = parseMemberIds(value);
  return op === 'add' ? steps.addMembers(ids) : steps.replaceMembers(ids);
}

function planRemoval(filter: Filter, members: Attribute, steps: GroupPatchSteps): void {
  const ids = idsOf(filter, members);
  if (ids) return steps.removeMembers(ids);
  if (steps.isNew(filter)) compileValueMatcher(filter, members);
  steps.removeMembersWhere({ kind: 'valuePath', path: members.path, filter });
}

/** The ids of `value eq "a" or value eq "b"`; undefined for any other filter. */
function idsOf(filter: Filter, members: Attribute): string[] | undefined {
  const ids: string[] = [];
  for (const condition of filter.kind === 'or' ? filter.operands : [filter]) {
    if (condition.kind !== 'compare' || condition.operator !== 'eq' || typeof condition.value !== 'string')
      return undefined;
    if (childOf(members, condition.path)?.name !== 'value') return undefined;
    ids.push(condition.value);
  }
  return ids;
}
