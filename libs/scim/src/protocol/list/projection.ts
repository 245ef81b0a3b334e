import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { ResourceSchema } from '../schemas/resource-schema.js';
import type { AttributeSelection } from './attribute-selection.js';
import { compilePicks, type Pick } from './picks.js';

/** Which attributes an answer carries (RFC 7644 §3.9). Compile once per request, apply per resource. */
export interface Projection {
  /** True when nothing is omitted: apply() returns its argument. */
  readonly everything: boolean;
  /** Whether the answer contains this attribute or a sub-attribute. Check before loading groups or members. */
  includes(path: string): boolean;
  apply(resource: JsonObject): JsonObject;
}

const defaults = new WeakMap<ResourceSchema, Projection>();

/** Attributes with `returned: always` are kept, `never` removed, `request` kept only if requested; unknown names are ignored. */
export function compileProjection(selection: AttributeSelection, schema: ResourceSchema): Projection {
  if (selection.attributes || selection.excludedAttributes) return new PickProjection(selection, schema);
  let projection = defaults.get(schema);
  if (!projection) defaults.set(schema, (projection = new PickProjection(selection, schema)));
  return projection;
}

export function project(resource: JsonObject, selection: AttributeSelection, schema: ResourceSchema): JsonObject {
  return compileProjection(selection, schema).apply(resource);
}

class PickProjection implements Projection {
  readonly everything: boolean;
  private readonly picks: ReadonlyMap<string, Pick>;
  /** Requested names in lower case, to find extensions without a schema. */
  private readonly named: ReadonlySet<string> | undefined;
  private readonly excluded: ReadonlySet<string>;

  constructor(
    selection: AttributeSelection,
    private readonly schema: ResourceSchema,
  ) {
    this.picks = compilePicks(selection, schema);
    this.named = selection.attributes && new Set(selection.attributes.map((name) => name.toLowerCase()));
    this.excluded = new Set(selection.excludedAttributes?.map((name) => name.toLowerCase()));
    this.everything =
      !selection.attributes &&
      !selection.excludedAttributes &&
      [...this.picks].every(([name, pick]) => pick === 'all' || schema.resolve(name)?.returned === 'never');
  }

  includes(path: string): boolean {
    let pick: Pick | undefined;
    for (const { name } of this.schema.resolve(path)?.chain ?? []) {
      pick = pick === undefined ? this.picks.get(name) : pick instanceof Map ? pick.get(name) : pick;
      if (pick === 'none' || pick === undefined) return false;
    }
    return pick !== undefined;
  }

  apply(resource: JsonObject): JsonObject {
    if (this.everything) return resource;
    const projected: JsonObject = {};
    for (const name in resource) {
      const value = pickFrom(resource[name], this.picks.get(name) ?? this.pickUnknown(name, resource[name]));
      if (value !== undefined) projected[name] = value;
    }
    return projected;
  }

  /** An undeclared schema can be named as a whole (`urn:…:User`) or by attribute (`urn:…:User:tag`). */
  private pickUnknown(name: string, value: Json | undefined): Pick {
    const urn = name.toLowerCase();
    if (this.excluded.has(urn)) return 'none';
    const whole = !this.named || this.named.has(urn);
    const members = isJsonObject(value) ? Object.keys(value) : [];
    return new Map(
      members.map((member) => {
        const path = `${urn}:${member.toLowerCase()}`;
        return [member, !this.excluded.has(path) && (whole || this.named?.has(path)) ? 'all' : 'none'];
      }),
    );
  }
}

function pickFrom(value: Json | undefined, pick: Pick): Json | undefined {
  if (pick === 'all') return value;
  if (pick === 'none' || value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return isJsonObject(value) ? pickMembers(value, pick) : undefined;
  const picked = value.map((element) => pickFrom(element, pick)).filter((element) => element !== undefined);
  return picked.length > 0 ? picked : undefined;
}

function pickMembers(object: JsonObject, picks: ReadonlyMap<string, Pick>): JsonObject | undefined {
  const picked: JsonObject = {};
  for (const name in object) {
    const value = pickFrom(object[name], picks.get(name) ?? 'none');
    if (value !== undefined) picked[name] = value;
  }
  return Object.keys(picked).length > 0 ? picked : undefined;
}
