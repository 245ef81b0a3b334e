import { ScimError } from '../errors/scim-error.js';
import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';
import { bindOperand } from './bind-operand.js';
import type { BoundFilter } from './bound-filter.js';
import type { Comparison, Filter, Presence } from './filter.js';
import { tellPosition } from './filter-position.js';

type Resolve = (path: string) => Attribute | undefined;

/**
 * Resolves a filter against a resource type. Interpretation of the RFC where it is open:
 * - `ne` and `not` hold for absent values; `eq null` is `not (… pr)` and `ne null` is `… pr`; an empty string is not present;
 * - `emails.type eq "work"` holds when any value matches; `emails.type ne "work"` when any value differs or there is none;
 * - a complex multi-valued attribute alone (`emails co "@x"`) means its `value`.
 * @throws ScimError 400 invalidFilter
 */
export function bindFilter(filter: Filter, schema: ResourceSchema): BoundFilter {
  return new Binder((path) => schema.resolve(path), undefined).bind(filter);
}

/** Resolves a filter on the values of one multi-valued attribute, as inside `emails[…]`. */
export function bindValueFilter(filter: Filter, attribute: Attribute): BoundFilter {
  return new Binder((path) => resolveBelow(path, attribute), attribute).bind(filter);
}

class Binder {
  constructor(
    private readonly resolve: Resolve,
    /** The multi-valued attribute whose values are being evaluated, if any. */
    private readonly within: Attribute | undefined,
  ) {}

  bind(filter: Filter): BoundFilter {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return { kind: filter.kind, operands: filter.operands.map((operand) => this.bind(operand)) };
      case 'not':
        return { kind: 'not', operand: this.bind(filter.operand) };
      case 'valuePath': {
        const attribute = this.attributeOf(filter);
        if (attribute.type !== 'complex' && !attribute.multiValued)
          throw ScimError.invalidFilter(
            `Invalid filter${tellPosition(filter)}: "${attribute.path}" has no values to choose from.`,
          );
        const inner = bindValueFilter(filter.filter, attribute);
        return attribute.multiValued ? { kind: 'any', attribute, filter: inner } : inner;
      }
      case 'present':
        return this.present(this.attributeOf(filter));
      case 'compare':
        return this.compare(filter, this.attributeOf(filter));
    }
  }

  private compare(filter: Comparison, named: Attribute): BoundFilter {
    if (filter.value === null) return this.compareNull(filter, named);
    const attribute = this.valueOf(named);
    const comparison: BoundFilter = {
      kind: 'compare',
      attribute,
      operator: filter.operator,
      value: bindOperand(filter, attribute),
    };
    const multiValued = this.multiValuedAbove(attribute);
    if (!multiValued) return comparison;
    const any: BoundFilter = { kind: 'any', attribute: multiValued, filter: comparison };
    if (filter.operator !== 'ne') return any;
    return { kind: 'or', operands: [{ kind: 'not', operand: { kind: 'present', attribute: multiValued } }, any] };
  }

  private compareNull(filter: Comparison, attribute: Attribute): BoundFilter {
    if (filter.operator === 'ne') return this.present(attribute);
    if (filter.operator === 'eq') return { kind: 'not', operand: this.present(attribute) };
    throw ScimError.invalidFilter(`Invalid filter${tellPosition(filter)}: null is compared by eq or ne only.`);
  }

  private present(attribute: Attribute): BoundFilter {
    const multiValued = this.multiValuedAbove(attribute);
    if (!multiValued || multiValued === attribute) return { kind: 'present', attribute };
    return { kind: 'any', attribute: multiValued, filter: { kind: 'present', attribute } };
  }

  /** The first multi-valued attribute, among an attribute and its parents, whose values are not being evaluated yet. */
  private multiValuedAbove(attribute: Attribute): Attribute | undefined {
    for (const link of attribute.chain) if (link.multiValued && !this.within?.chain.includes(link)) return link;
    return undefined;
  }

  private valueOf(attribute: Attribute): Attribute {
    return (attribute.type === 'complex' && childOf(attribute, 'value')) || attribute;
  }

  private attributeOf(filter: Comparison | Presence | { kind: 'valuePath'; path: string }): Attribute {
    const attribute = this.resolve(filter.path);
    if (!attribute)
      throw ScimError.invalidFilter(`Unknown attribute "${filter.path}"${tellPosition(filter as Filter)}.`);
    if (attribute.returned === 'never')
      throw ScimError.invalidFilter(`The attribute "${attribute.path}" can't be filtered by.`);
    return attribute;
  }
}

function resolveBelow(path: string, attribute: Attribute): Attribute | undefined {
  const child = childOf(attribute, path);
  if (child || attribute.type === 'complex') return child;
  return path.toLowerCase() === 'value' ? attribute : undefined;
}
