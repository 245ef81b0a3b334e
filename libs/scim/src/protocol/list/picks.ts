import type { Attribute, ResourceSchema } from '../schemas/resource-schema.js';
import { isExtension } from '../schemas/resource-schema.js';
import type { AttributeSelection } from './attribute-selection.js';

/** How much of an attribute is returned; a map gives it per sub-attribute, by canonical name. */
export type Pick = 'all' | 'none' | ReadonlyMap<string, Pick>;

/** RFC 7643 §2.4 `returned`, RFC 7644 §3.9; one pick for each attribute of the resource type. */
export function compilePicks(selection: AttributeSelection, schema: ResourceSchema): Map<string, Pick> {
  const picker = new Picker(
    selection.attributes && resolveAll(selection.attributes, schema),
    resolveAll(selection.excludedAttributes ?? [], schema),
  );
  const picks = new Map<string, Pick>();
  for (const attribute of schema.attributes.values()) picks.set(attribute.name, picker.pick(attribute, false));
  return picks;
}

class Picker {
  constructor(
    private readonly named: ReadonlySet<Attribute> | undefined,
    private readonly excluded: ReadonlySet<Attribute>,
  ) {}

  /** @param inherited the parent attribute was requested as a whole */
  pick(attribute: Attribute, inherited: boolean): Pick {
    if (attribute.returned === 'never') return 'none';
    const excluded = attribute.returned !== 'always' && this.excluded.has(attribute);
    const chosen = !excluded && this.isChosen(attribute, inherited);
    if (attribute.children.size === 0) return chosen ? 'all' : 'none';
    if (!chosen && !isAlwaysBelow(attribute) && (excluded || !this.isNamedBelow(attribute))) return 'none';
    const picks = new Map<string, Pick>();
    for (const child of attribute.children.values())
      picks.set(child.name, excluded ? onlyAlways(child) : this.pick(child, chosen));
    for (const pick of picks.values()) if (pick !== 'all') return picks;
    return 'all';
  }

  private isChosen(attribute: Attribute, inherited: boolean): boolean {
    if (attribute.returned === 'always' || this.named?.has(attribute)) return true;
    if (attribute.returned === 'request') return false;
    return this.named ? inherited : true;
  }

  private isNamedBelow(attribute: Attribute): boolean {
    for (const child of attribute.children.values())
      if (this.named?.has(child) || this.isNamedBelow(child)) return true;
    return false;
  }
}

/** RFC 7643 §7: attributes of an extension with `returned: always` are returned even if the extension was not requested. */
function isAlwaysBelow(attribute: Attribute): boolean {
  return isExtension(attribute) && [...attribute.children.values()].some(({ returned }) => returned === 'always');
}

function onlyAlways({ returned }: Attribute): Pick {
  return returned === 'always' ? 'all' : 'none';
}

function resolveAll(names: readonly string[], schema: ResourceSchema): Set<Attribute> {
  const attributes = new Set<Attribute>();
  for (const name of names) {
    const attribute = schema.resolve(name);
    if (attribute) attributes.add(attribute);
  }
  return attributes;
}
