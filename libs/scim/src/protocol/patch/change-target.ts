import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { coerceAttribute, coerceSingle, isUnassigned, toObject } from '../values/coerce-value.js';
import { keepOnePrimary } from '../values/primary.js';
import { combine, guard, mergeObject, withMember } from './combine-values.js';
import { removeValues } from './multiple-values.js';
import type { WorkBudget } from '../work-budget.js';
import type { PatchOperation } from './patch-operation.js';
import type { PatchTarget } from './patch-target.js';

/**
 * The resource after one operation on one target; the same object when nothing changes.
 * @throws ScimError 400 noTarget, mutability, invalidValue
 */
export function changeTarget(
  resource: JsonObject,
  op: PatchOperation['op'],
  target: PatchTarget,
  value: Json | undefined,
  budget: WorkBudget,
): JsonObject {
  const { chain } = target.attribute;
  for (const { mutability, path } of chain)
    if (mutability === 'readOnly') throw ScimError.mutability(`"${path}" is read-only.`);
  if (op !== 'remove' && value === undefined)
    throw ScimError.invalidValue(`"value" is missing: ${op} of "${target.attribute.path}" needs one.`);
  if (target.attribute.mutability === 'writeOnly') {
    // Passwords are checked like other values, and never kept.
    if (op !== 'remove') coerceAttribute(target.attribute, value);
    return resource;
  }
  return new Change(op, target, value, budget).in(resource, 0);
}

/** Cost of comparing, copying and checking one value; the unit is one comparison of a filter. */
const COST_OF_VALUE = 5;

const countOf = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);

class Change {
  private readonly chain: readonly Attribute[];

  constructor(
    private readonly op: PatchOperation['op'],
    private readonly target: PatchTarget,
    private readonly value: Json | undefined,
    private readonly budget: WorkBudget,
  ) {
    this.chain = target.attribute.chain;
  }

  /** Descends to the target; `index` is the next link. */
  in(holder: JsonObject, index: number): JsonObject {
    const link = this.chain[index]!;
    const existing = holder[link.name];
    const next = this.of(link, existing, index);
    if (next !== existing) guard(link, existing, next);
    return withMember(holder, link, next);
  }

  private of(link: Attribute, existing: Json | undefined, index: number): Json | undefined {
    const last = index === this.chain.length - 1;
    this.budget.spend(COST_OF_VALUE * (1 + countOf(existing) + (last ? countOf(this.value) : 0)));
    if (link.multiValued && (!last || this.target.selection?.attribute === link))
      return this.ofValues(link, Array.isArray(existing) ? existing : [], index);
    if (!last) {
      const changed = this.in(isJsonObject(existing) ? existing : {}, index + 1);
      return isUnassigned(link, changed) ? undefined : changed;
    }
    if (this.op !== 'remove') return combine(this.op, link, existing, this.value!);
    return this.withoutListed(link, existing);
  }

  /** RFC 7644 §3.5.2.2; a remove with a list of values removes only these. */
  private withoutListed(link: Attribute, existing: Json | undefined): Json | undefined {
    if (!link.multiValued || this.value === undefined || this.value === null) return undefined;
    const before = Array.isArray(existing) ? existing : [];
    const listed = (coerceAttribute(link, this.value) ?? []) as Json[];
    const rest = removeValues(link, before, listed);
    if (rest.length === before.length) return existing;
    return rest.length > 0 ? rest : undefined;
  }

  private ofValues(link: Attribute, before: Json[], index: number): Json | undefined {
    const selection = this.target.selection?.attribute === link ? this.target.selection : undefined;
    const after: Json[] = [];
    let selected = 0;
    for (const value of before) {
      if (selection && !selection.isSelected(value)) {
        after.push(value);
        continue;
      }
      selected++;
      const changed = this.ofValue(link, value, index);
      if (changed !== undefined) after.push(changed);
    }
    if (selected === 0 && this.op !== 'remove') after.push(this.newValue(link, index));
    if (after.length === 0) return undefined;
    const unchanged = after.length === before.length && after.every((value, at) => value === before[at]);
    return unchanged ? before : keepOnePrimary(after, before);
  }

  private ofValue(link: Attribute, value: Json, index: number): Json | undefined {
    if (index < this.chain.length - 1) {
      const changed = this.in(isJsonObject(value) ? value : {}, index + 1);
      return isUnassigned(link, changed) ? undefined : changed;
    }
    if (this.op === 'remove') return undefined;
    const single = this.singleValue(link);
    if (link.type !== 'complex') return coerceSingle(link, single);
    return mergeObject(this.op, link, isJsonObject(value) ? value : {}, toObject(link, single));
  }

  /** RFC 7644 §3.5.2.3: a filter without a match is noTarget, unless seedOf can create the value. */
  private newValue(link: Attribute, index: number): Json {
    const { selection } = this.target;
    const wholeValue = index === this.chain.length - 1;
    const seed = selection ? selection.seed : {};
    const created = seed && !(wholeValue && this.op === 'replace') ? this.ofValue(link, seed, index) : undefined;
    if (created === undefined) throw ScimError.noTarget(`No value of "${link.path}" meets the filter of the path.`);
    return created;
  }

  private singleValue(link: Attribute): Json {
    const value = Array.isArray(this.value) && this.value.length === 1 ? this.value[0] : this.value;
    if (value === undefined || value === null || Array.isArray(value))
      throw ScimError.invalidValue(`A path with a filter takes one value of "${link.path}".`);
    return value;
  }
}
