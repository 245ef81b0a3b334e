import { foldText } from '@rollcall/platform';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Attribute } from '../schemas/resource-schema.js';
import { childOf } from '../schemas/resource-schema.js';

/**
 * Identity of an attribute's value: `value` and `type` (RFC 7643 §2.4), or the whole value if it has no `value`; the schema decides whether
 * letter case counts. It is a text, so that one set lookup compares it with many values.
 */
export class ValueIdentity {
  private readonly valueExact: boolean;
  private readonly typeExact: boolean;

  constructor(attribute: Attribute) {
    this.valueExact = (childOf(attribute, 'value') ?? attribute).caseExact;
    this.typeExact = childOf(attribute, 'type')?.caseExact ?? true;
  }

  of(value: Json): string {
    if (!isJsonObject(value)) return fold(value, this.valueExact);
    if (value.value !== undefined) return `${fold(value.value, this.valueExact)} ${fold(value.type, this.typeExact)}`;
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** RFC 7643 §2.4: merges values with the same `value` and `type` into the first of them; later ones add members that it lacks. */
export function mergeDuplicates(attribute: Attribute, values: Json[]): Json[] {
  if (values.length < 2 || !childOf(attribute, 'value') || !childOf(attribute, 'type')) return values;
  const identity = new ValueIdentity(attribute);
  const merged: Json[] = [];
  const places = new Map<string, number>();
  for (const value of values) {
    const key = isJsonObject(value) && value.value !== undefined ? identity.of(value) : undefined;
    const place = key === undefined ? undefined : places.get(key);
    if (place !== undefined) merged[place] = { ...(value as JsonObject), ...(merged[place] as JsonObject) };
    else if (key !== undefined) places.set(key, merged.push(value) - 1);
    else merged.push(value);
  }
  return merged.length === values.length ? values : merged;
}

function fold(value: Json | undefined, caseExact: boolean): string {
  return JSON.stringify(typeof value === 'string' && !caseExact ? foldText(value) : value) ?? '';
}
