import { ScimError } from '../errors/scim-error.js';
import type { Filter, PatchPath } from '../filter/filter.js';
import { compileValueMatcher } from '../filter/matches.js';
import type { Json, JsonObject } from '../json.js';
import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';
import type { WorkBudget } from '../work-budget.js';
import { coerceSingle } from '../values/coerce-value.js';

/** What the path of an operation names. */
export interface PatchTarget {
  readonly attribute: Attribute;
  readonly selection?: ValueSelection;
}

/** Values of a multi-valued attribute, chosen by a filter. */
interface ValueSelection {
  readonly attribute: Attribute;
  readonly isSelected: (value: Json) => boolean;
  /** The value to create when none matches; undefined when the filter does not determine one. */
  readonly seed: JsonObject | undefined;
}

/** @throws ScimError 400 invalidPath, invalidFilter */
export function resolveTarget(
  { path, filter, subAttribute }: PatchPath,
  schema: ResourceSchema,
  budget: WorkBudget,
): PatchTarget {
  const attribute = schema.resolve(path);
  if (!attribute) throw ScimError.invalidPath(`No attribute "${path}" in the schemas of a ${schema.name}.`);
  if (!filter) return { attribute };
  if (!attribute.multiValued)
    throw ScimError.invalidPath(`"${attribute.path}" has one value only; its path takes no filter.`);
  const isSelected = compileValueMatcher(filter, attribute, budget);
  const selection = { attribute, isSelected, seed: seedOf(filter, attribute) };
  if (subAttribute === undefined) return { attribute, selection };
  const child = childOf(attribute, subAttribute);
  if (!child) throw ScimError.invalidPath(`"${attribute.path}" has no sub-attribute "${subAttribute}".`);
  return { attribute: child, selection };
}

/**
 * Okta and Entra write `emails[type eq "work"].value` to users who have no work address yet: the filter then determines the rest of the new
 * value. Only a conjunction of `eq` comparisons determines it, and only without `value`, which identifies an existing value.
 */
function seedOf(filter: Filter, attribute: Attribute): JsonObject | undefined {
  const seed: JsonObject = {};
  for (const condition of filter.kind === 'and' ? filter.operands : [filter]) {
    if (condition.kind !== 'compare' || condition.operator !== 'eq' || condition.value === null) return undefined;
    const child = childOf(attribute, condition.path);
    if (!child || child.name === 'value' || child.mutability === 'readOnly') return undefined;
    const value = coerceSingle(child, condition.value);
    if (value !== undefined) seed[child.name] = value;
  }
  return seed;
}
